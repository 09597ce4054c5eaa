-- question: Which customers have this in their name, this at the end of a phone, or this WeChat id?
-- grain:    one row per store and customer, those met last first
-- params:   $words varchar; $most integer
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; holder varchar; grade varchar; last_touch_on date; ties integer
-- reads:    reached_through, customer_state, ties
with found as (
    select customer_key from reached_through($words)
    union
    select customer_key from customer_state where contains(lower(customer), lower($words))
),

states as (
    select s.store, s.customer_key, masked_name(s.customer) as customer, s.holder, s.grade, s.last_touch_on
    from customer_state as s
    semi join found as f on s.customer_key = f.customer_key
    order by s.last_touch_on desc nulls last, s.store asc, s.customer_key asc
    limit $most
),

tied as (
    select t.customer_key, count(*)::integer as ties
    from ties as t
    semi join states as s on t.customer_key = s.customer_key
    group by all
),

final as (
    select
        s.store,
        s.customer_key,
        s.customer,
        contacts_of(s.customer_key) as contacts,
        s.holder,
        s.grade,
        s.last_touch_on,
        coalesce(t.ties, 0) as ties,
    from states as s
    left join tied as t on s.customer_key = t.customer_key
)

select * from final order by last_touch_on desc nulls last, store asc, customer_key asc
