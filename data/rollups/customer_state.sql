-- A store's customer as last seen, and when it first got to each stage, from the temporary view "told". What was said
-- last counts: by day, then by log, then by upload. Who touched a customer last holds it, or who took it over since.
with placed as (
    select
        *,
        datediff('day', date '1990-01-01', day)::bigint * 10000000000000
        + log * 1000000000000 + batch_id * 1000000 + row_no as place,
    from told
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
        min(lead_on) as lead_on,
        min(valid_on) as valid_on,
        min(phone_on) as phone_on,
        min(wechat_on) as wechat_on,
        min(called_on) as called_on,
        min(connected_on) as connected_on,
        min(agreed_on) as agreed_on,
        min(joined_on) as joined_on,
        min(invited_on) as invited_on,
        min(visited_on) as visited_on,
        min(ordered_on) as ordered_on,
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
