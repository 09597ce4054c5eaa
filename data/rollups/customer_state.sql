-- A store's customer as last seen, and when it first got to each stage, from the temporary table "told". What was said
-- last counts. Who touched a customer last holds it, or who took it over since.
with repeated as (
    select store, customer_key
    from told
    group by all
    having count(*) > 1
),

alone as (
    select t.*
    from told as t
    anti join repeated as r on t.store = r.store and t.customer_key = r.customer_key
),

-- Of whom a single row tells, as most do in a large first upload: nothing to weigh, and a third of the time.
once as (
    select
        * exclude (log, is_touch, day, batch_id, row_no, place, assistant),
        day as first_on,
        case when is_touch then day end as last_touch_on,
        assistant as holder,
        case when grade is not null then day end as graded_on,
        last_touch_on as first_touch_on,
        graded_on as first_graded_on,
        false as regraded,
    from alone
),

more as (
    select
        t.store,
        t.customer_key,
        arg_max(t.customer, t.place) as customer,
        min(t.day) as first_on,
        max(t.day) filter (where t.is_touch) as last_touch_on,
        arg_max(t.assistant, t.place) as holder,
        arg_max(t.grade, t.place) as grade,
        max(t.day) filter (where t.grade is not null) as graded_on,
        arg_max(t.product, t.place) as product,
        arg_max(t.source, t.place) as source,
        arg_min(t.came_by, t.place) as came_by,
        arg_max(t.needed_on, t.place) as needed_on,
        arg_max(t.group_answer, t.place) as group_answer,
        min(t.day) filter (where t.is_touch) as first_touch_on,
        min(t.day) filter (where t.grade is not null) as first_graded_on,
        coalesce(min(t.grade) <> max(t.grade), false) as regraded,
        min(t.lead_on) as lead_on,
        max(t.invalid_on) as invalid_on,
        min(t.valid_on) as valid_on,
        min(t.phone_on) as phone_on,
        min(t.wechat_on) as wechat_on,
        min(t.called_on) as called_on,
        min(t.connected_on) as connected_on,
        min(t.agreed_on) as agreed_on,
        min(t.joined_on) as joined_on,
        min(t.invited_on) as invited_on,
        min(t.visited_on) as visited_on,
        min(t.ordered_on) as ordered_on,
    from told as t
    semi join repeated as r on t.store = r.store and t.customer_key = r.customer_key
    group by all
),

states as (
    select * from once
    union all by name
    select * from more
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
