-- A store's customer as last seen, for the customers whose rows stand in the temporary tables "met_KIND". A touch is a
-- call, an invite, a visit or a service; who touched a customer last holds it, or who took it over since.
with seen as (
    select
        store, customer_key, day, 2 as log, true as is_touch, assistant, customer, grade, product, null as source,
        batch_id, row_no,
    from met_calls
    union all
    select
        store, customer_key, day, 3 as log, true as is_touch, assistant, customer, grade, product, null as source,
        batch_id, row_no,
    from met_invites
    union all
    select
        store, customer_key, day, 1 as log, false as is_touch, assistant, customer, grade, product, source,
        batch_id, row_no,
    from met_leads
    union all
    select
        store, customer_key, day, 4 as log, true as is_touch, assistant, customer, grade, product, null as source,
        batch_id, row_no,
    from met_visits
    union all
    select
        store, customer_key, day, 5 as log, true as is_touch, assistant, customer, null as grade, null as product,
        null as source, batch_id, row_no,
    from met_services
    union all
    select
        store, customer_key, day, 0 as log, false as is_touch, null as assistant, customer, null as grade, product,
        null as source, batch_id, row_no,
    from met_orders
    union all
    select
        store, customer_key, day, 0 as log, false as is_touch, null as assistant, customer, grade, null as product,
        null as source, batch_id, row_no,
    from met_group_members
    union all
    select
        store, customer_key, day, 6 as log, false as is_touch, to_assistant as assistant, customer, null as grade,
        null as product, null as source, batch_id, row_no,
    from met_handovers
    where status = 'done'
),

states as (
    select
        store,
        customer_key,
        arg_max(customer, (day, batch_id, row_no)) as customer,
        min(day) as first_on,
        max(day) filter (where is_touch) as last_touch_on,
        arg_max(assistant, (day, log, batch_id, row_no)) as holder,
        arg_max(grade, (day, log, batch_id, row_no)) as grade,
        max(day) filter (where grade is not null) as graded_on,
        arg_max(product, (day, log, batch_id, row_no)) as product,
        arg_max(source, (day, batch_id, row_no)) as source,
    from seen
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
