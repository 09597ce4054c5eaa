-- question: How many leads, valid leads and visits do so many orders need, and how many calls?
-- grain:    one row per step back from the orders: orders, visits, valid, leads; then calls; without stores no row
-- params:   $first date; $last date; $assistant varchar; $orders integer; $close_rate double; $visit_rate double; $valid_rate double; $rates varchar
-- columns:  step varchar; needed integer; metric varchar; rate double; rate_from varchar
-- reads:    rates_asked, scope, targets_of_month
-- $orders null: the target of the month of $last. A rate that is typed holds; else, as $rates says, the one "measured" of
-- those who entered between the days, or the "benchmark". Each step is rounded up; without a rate nothing can be said.
-- Calls are those that the visits take, as many for each customer who came as were made between the days.
with rates as (
    select *
    from rates_asked($first, $last, $assistant, [$close_rate, $visit_rate, $valid_rate], $rates)
),

goal as (
    select coalesce($orders, sum(orders))::integer as orders
    from targets_of_month($last)
    where assistant is not distinct from $assistant
),

wide as (
    select
        g.orders,
        max(r.rate) filter (where r.metric = 'close_rate') as to_visits,
        max(r.rate) filter (where r.metric = 'visit_rate') as to_valid,
        max(r.rate) filter (where r.metric = 'valid_rate') as to_leads,
        max(r.rate) filter (where r.metric = 'call_rate') as to_calls,
    from goal as g
    cross join rates as r
    group by g.orders
),

counted as (
    select
        orders,
        steps_needed(orders, to_visits) as visits,
        steps_needed(visits, to_valid) as valid,
        steps_needed(valid, to_leads) as leads,
        steps_needed(visits, to_calls) as calls,
    from wide
),

steps as (
    select
        unnest(range(5)) as place,
        unnest(['orders', 'visits', 'valid', 'leads', 'calls']) as step,
        unnest([orders, visits, valid, leads, calls]) as needed,
        unnest([null, 'close_rate', 'visit_rate', 'valid_rate', 'call_rate']) as metric,
    from counted
    where exists (from scope)
),

final as (
    select s.place, s.step, s.needed, s.metric, r.rate, r.rate_from
    from steps as s
    left join rates as r on s.metric = r.metric
)

select * exclude (place) from final
order by place
