-- question: Which WeChat ids tie so many phones together that they are hardly one customer's?
-- grain:    one row per WeChat id with $least phones or more
-- params:   $least integer
-- columns:  store varchar; customer_key ubigint; wechat_key ubigint; wechat varchar; phones integer; last_touch_on date
-- reads:    ties, contacts, customer_state
with crowded as (
    select customer_key, other_key as wechat_key, count(*)::integer as phones
    from ties
    group by all
    having count(*) >= $least
),

met as (
    select customer_key, min(store) as store, max(last_touch_on) as last_touch_on
    from customer_state
    group by all
),

final as (
    select
        m.store,
        d.customer_key,
        d.wechat_key,
        c.shown as wechat,
        d.phones,
        m.last_touch_on,
    from crowded as d
    inner join met as m on d.customer_key = m.customer_key
    inner join contacts as c on d.wechat_key = c.contact_key
    where c.kind = 'wechat'
)

select * from final order by phones desc, store asc, wechat_key asc
