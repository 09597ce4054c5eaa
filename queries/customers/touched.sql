-- question: Which customers of this grade were touched, and how often?
-- grain:    one row per customer, those touched most first
-- params:   $first date; $last date; $assistant varchar; $grade varchar; $most integer
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; grade varchar; last_touch_on date; touches integer
-- reads:    touches_between, customer_state
with counted as (
    select store, customer_key, count(*)::integer as touches
    from touches_between($first, $last)
    where
        left(grade, 1) = $grade
        and is_of(assistant, $assistant)
    group by all
),

found as (
    select s.*, s.holder as assistant, c.touches
    from counted as c
    inner join customer_state as s on c.store = s.store and c.customer_key = s.customer_key
    order by c.touches desc, s.last_touch_on desc nulls last, s.store asc, s.customer_key asc
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
        f.touches,
    from found as f
)

select * from final
order by touches desc, last_touch_on desc nulls last, store asc, customer_key asc
