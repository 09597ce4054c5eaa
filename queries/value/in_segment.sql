-- question: Which customers are in this segment?
-- grain:    one row per store and customer, the most revenue first
-- params:   $first date; $last date; $assistant varchar; $segment varchar; $most integer
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; recency_days integer; orders integer; revenue_cny decimal(18,2); r integer; f integer; m integer; segment varchar; last_touch_on date; of_all integer
-- reads:    scored_between
-- A null segment: all customers.
with found as (
    select *, count(*) over ()::integer as of_all
    from scored_between($first, $last)
    where segment = coalesce($segment, segment) and is_of(assistant, $assistant)
    order by revenue_cny desc, store asc, customer_key asc
    limit $most
),

final as (
    select
        f.store,
        f.customer_key,
        masked_name(f.customer) as customer,
        contacts_of(f.customer_key) as contacts,
        f.assistant,
        f.recency_days,
        f.orders,
        f.revenue_cny,
        f.r,
        f.f,
        f.m,
        f.segment,
        f.last_touch_on,
        f.of_all,
    from found as f
)

select * from final
order by revenue_cny desc, store asc, customer_key asc
