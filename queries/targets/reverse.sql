-- question: How many leads, valid leads and visits do so many orders need?
-- grain:    one row per step back from the orders: orders, visits, valid, leads; without stores no row
-- params:   $first date; $last date; $assistant varchar; $orders integer; $close_rate double; $visit_rate double; $valid_rate double; $rates varchar
-- columns:  step varchar; needed integer; metric varchar; rate double; rate_from varchar
-- reads:    benchmarks_on, rate_parts, scope, targets_of_month
-- $orders null: the target of the month of $last. A rate that is typed holds; else, as $rates says, the one "measured" of
-- those who entered between the days, or the "benchmark". Each step is rounded up; without a rate nothing can be said.
with measured as (
    select metric, sum(won) as won, sum(base) as base
    from rate_parts($first, $last, 'cohort')
    where is_of(assistant, $assistant)
    group by metric
),

aimed_at as (
    select metric, benchmark_of_all(benchmark, 1) as benchmark
    from benchmarks_on($last)
    group by metric
),

goal as (
    select coalesce($orders, sum(orders))::integer as orders
    from targets_of_month($last)
    where assistant is not distinct from $assistant
),

typed as (
    select
        unnest(['close_rate', 'visit_rate', 'valid_rate']) as metric,
        unnest([$close_rate, $visit_rate, $valid_rate]) as rate,
        $rates as rate_from,
),

rates as (
    select
        t.metric,
        coalesce(t.rate, if(t.rate_from = 'benchmark', a.benchmark, m.won / nullif(m.base, 0))) as rate,
        if(t.rate is null, t.rate_from, 'typed') as rate_from,
    from typed as t
    left join measured as m on t.metric = m.metric
    left join aimed_at as a on t.metric = a.metric
),

orders as (
    select 1 as place, 'orders' as step, orders as needed, null as metric, null as rate, null as rate_from
    from goal
    where exists (from scope)
),

visits as (
    select 2 as place, 'visits' as step, steps_needed(o.needed, r.rate) as needed, r.*
    from orders as o
    inner join rates as r on r.metric = 'close_rate'
),

valid as (
    select 3 as place, 'valid' as step, steps_needed(v.needed, r.rate) as needed, r.*
    from visits as v
    inner join rates as r on r.metric = 'visit_rate'
),

leads as (
    select 4 as place, 'leads' as step, steps_needed(v.needed, r.rate) as needed, r.*
    from valid as v
    inner join rates as r on r.metric = 'valid_rate'
),

final as (
    select * from orders
    union all
    select * from visits
    union all
    select * from valid
    union all
    select * from leads
)

select step, needed, metric, rate, rate_from
from final
order by place
