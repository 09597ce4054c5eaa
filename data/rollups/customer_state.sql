-- A store's customer as last seen, for the customers whose rows stand in the temporary tables "met_KIND". A touch is a
-- call, an invite, a visit or a service; who touched a customer last holds it, or who took it over since. What was said
-- last counts: by day, then by log, then by upload.
with seen as (
    select *, 2 as log, true as is_touch
    from (select store, customer_key, day, batch_id, row_no, assistant, customer, grade, product from met_calls) as f
    union all by name
    select *, 3 as log, true as is_touch
    from (select store, customer_key, day, batch_id, row_no, assistant, customer, grade, product from met_invites) as f
    union all by name
    select *, 1 as log, false as is_touch
    from (
        select store, customer_key, day, batch_id, row_no, assistant, customer, grade, product, source
        from met_leads
    ) as f
    union all by name
    select *, 4 as log, true as is_touch
    from (select store, customer_key, day, batch_id, row_no, assistant, customer, grade, product from met_visits) as f
    union all by name
    select *, 5 as log, true as is_touch
    from (select store, customer_key, day, batch_id, row_no, assistant, customer from met_services) as f
    union all by name
    select *, 0 as log, false as is_touch
    from (select store, customer_key, day, batch_id, row_no, customer, product from met_orders) as f
    union all by name
    select *, 0 as log, false as is_touch
    from (select store, customer_key, day, batch_id, row_no, customer, grade from met_group_members) as f
    union all by name
    select *, 6 as log, false as is_touch
    from (
        select store, customer_key, day, batch_id, row_no, to_assistant as assistant, customer
        from met_handovers
        where status = 'done'
    ) as f
),

placed as (
    select
        *,
        datediff('day', date '1990-01-01', day)::bigint * 10000000000000
        + log * 1000000000000 + batch_id * 1000000 + row_no as place,
    from seen
),

states as (
    select
        store,
        customer_key,
        arg_max(customer, place) as customer,
        min(day) as first_on,
        max(day) filter (where is_touch) as last_touch_on,
        arg_max(assistant, place) as holder,
        arg_max(grade, place) as grade,
        max(day) filter (where grade is not null) as graded_on,
        arg_max(product, place) as product,
        arg_max(source, place) as source,
    from placed
    group by all
),

bought as (
    select
        store,
        customer_key,
        count(distinct coalesce(order_id, concat_ws('/', batch_id, table_no, row_no))) filter (where kind <> 'refund')
            as orders,
        sum(amount) as revenue_cny,
        max(day) filter (where kind <> 'refund') as last_ordered_on,
    from met_orders
    group by all
),

final as (
    select s.*, coalesce(b.orders, 0) as orders, coalesce(b.revenue_cny, 0) as revenue_cny, b.last_ordered_on,
    from states as s
    left join bought as b on s.store = b.store and s.customer_key = b.customer_key
)

select * from final
