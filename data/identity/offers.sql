-- The pairs found that nobody has decided about, the likeliest first and of those who were met last.
with decided as (
    select
        coalesce(m.customer_key, d.one_key) as one_key,
        coalesce(n.customer_key, d.other_key) as other_key,
    from raw.live_decisions as d
    left join raw.customer_map as m on d.one_key = m.contact_key
    left join raw.customer_map as n on d.other_key = n.contact_key
),

open as (
    select f.*
    from found as f
    anti join decided as d
        on f.one_key = least(d.one_key, d.other_key) and f.other_key = greatest(d.one_key, d.other_key)
    qualify row_number() over (partition by f.one_key, f.other_key order by f.store) = 1
),

final as (
    select
        f.store,
        f.reason,
        f.one_key,
        masked_name(one.customer) as one,
        coalesce(one.shown, []) as one_contacts,
        one.holder as one_holder,
        one.last_touch_on as one_touched_on,
        f.other_key,
        masked_name(other.customer) as other,
        coalesce(other.shown, []) as other_contacts,
        other.holder as other_holder,
        other.last_touch_on as other_touched_on,
    from open as f
    inner join people as one on f.store = one.store and f.one_key = one.customer_key
    inner join people as other on f.store = other.store and f.other_key = other.customer_key
)

select * from final
order by
    case reason when 'nearly_same_phone' then 1 when 'same_name' then 2 else 3 end asc,
    greatest(one_touched_on, other_touched_on) desc nulls last,
    abs(date_diff('day', one_touched_on, other_touched_on)) asc,
    store asc, one asc, one_key asc
