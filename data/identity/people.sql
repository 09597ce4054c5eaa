-- The customers of $stores as far as they can be compared: "name" is without remarks, and no more than a surname with a
-- title is no name; "shown" are the contacts as they may be seen.
with contacts as (
    select
        coalesce(m.customer_key, c.contact_key) as customer_key,
        list(c.value) filter (where c.kind = 'phone') as phones,
        list(masked(c.kind, c.value) order by c.kind, c.value) as shown,
        bool_or(c.kind = 'wechat') as on_wechat,
    from raw.contacts as c
    left join raw.customer_map as m on c.contact_key = m.contact_key
    where c.state = 'valid' and c.value is not null
    group by all
),

named as (
    select
        *,
        regexp_replace(lower(customer), '[(（\[【].*?[)）\]】]|[\s·.\-_/0-9]+', '', 'g') as name,
    from raw.customer_state
    where list_contains($stores, store) and length(regexp_replace(name, $title, '')) > 1
),

final as (
    select
        n.store, n.customer_key, n.customer, n.name, n.holder, n.product, n.last_touch_on,
        c.phones, c.shown,
        coalesce(c.on_wechat, false) as on_wechat,
    from named as n
    left join contacts as c on n.customer_key = c.customer_key
)

select * from final
