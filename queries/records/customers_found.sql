-- question: Which customers have this in their name, or this at the end of a phone?
-- grain:    one row per store and customer, those met last first
-- params:   $words varchar; $most integer
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; holder varchar; last_touch_on date; ties integer
-- reads:    contacts, customer_state, ties
with found as (
    select customer_key from contacts where kind = 'phone' and ends_with(shown, $words)
    union
    select customer_key from customer_state where contains(lower(customer), lower($words))
),

states as (
    select s.store, s.customer_key, masked_name(s.customer) as customer, s.holder, s.last_touch_on
    from customer_state as s
    semi join found as f on s.customer_key = f.customer_key
    order by s.last_touch_on desc nulls last, s.store asc, s.customer_key asc
    limit $most
),

reached as (
    select c.customer_key, list(c.shown order by c.kind asc, c.shown asc) as contacts
    from contacts as c
    semi join states as s on c.customer_key = s.customer_key
    where c.shown is not null
    group by all
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
        coalesce(r.contacts, []) as contacts,
        s.holder,
        s.last_touch_on,
        coalesce(t.ties, 0) as ties,
    from states as s
    left join reached as r on s.customer_key = r.customer_key
    left join tied as t on s.customer_key = t.customer_key
)

select * from final order by last_touch_on desc nulls last, store asc, customer_key asc
