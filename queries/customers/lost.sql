-- question: Who visited and left without an order?
-- grain:    one row per visit, the latest first
-- params:   $first date; $last date; $assistant varchar; $lost_reason varchar; $most integer
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; grade varchar; last_touch_on date; day date; lost_reason varchar; gift_only boolean
-- reads:    visits_between, customer_state
-- Reason "*": all of them; "*gift": those for a gift alone, which count to no reason; null: nobody wrote it down. Of
-- some visitors nobody knows who they were.
with visited as (
    select *
    from visits_between($first, $last)
    where
        is_lost
        and case
            when $lost_reason = '*' then true
            when $lost_reason = '*gift' then coalesce(gift_only, false)
            else lost_reason is not distinct from $lost_reason and not coalesce(gift_only, false)
        end
        and is_of(assistant, $assistant)
),

found as (
    select v.*, s.last_touch_on
    from visited as v
    left join customer_state as s on v.store = s.store and v.customer_key = s.customer_key
    order by
        v.day desc, v.store asc, v.customer_key asc,
        v.customer asc, v.assistant asc, v.grade asc, v.lost_reason asc, v.gift_only asc
    limit $most
),

final as (
    select
        f.store,
        f.customer_key,
        masked_name(f.customer) as customer,
        contacts_of(f.customer_key) as contacts,
        f.assistant,
        f.grade,
        f.last_touch_on,
        f.day,
        f.lost_reason,
        f.gift_only,
    from found as f
)

select * from final
order by day desc, store asc, customer_key asc, customer asc, assistant asc, grade asc, lost_reason asc, gift_only asc
