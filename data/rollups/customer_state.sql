-- A store's customer as last seen, and when it first got to each stage, from the temporary view "told". What was said
-- last counts. Who touched a customer last holds it, or who took it over since.
with states as (
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
        arg_min(came_by, place) as came_by,
        arg_max(needed_on, place) as needed_on,
        arg_max(group_answer, place) as group_answer,
        min(day) filter (where is_touch) as first_touch_on,
        min(day) filter (where grade is not null) as first_graded_on,
        coalesce(min(grade) <> max(grade), false) as regraded,
        min(lead_on) as lead_on,
        max(invalid_on) as invalid_on,
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
    from told
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
