-- question: What would each step bring, if it alone stood at its benchmark?
-- grain:    one row per step from lead to order; nothing to gain above the benchmark, null without one
-- params:   $first date; $last date; $assistant varchar
-- columns:  metric varchar; rate double; benchmark double; verdict varchar; leads integer; orders integer; orders_gained double; gained_cny decimal(18,2)
-- reads:    rate_names, rate_parts, entered
-- Orders gained = leads x (the other steps' rates x this one's benchmark) - orders: arithmetic, not a promise. In money
-- at what the customers of these orders have brought on average.
with steps as (
    select metric, sum(won) as won, sum(base) as base, benchmark_of_all(benchmark, base) as benchmark
    from rate_parts($first, $last, 'cohort')
    where
        metric in ('valid_rate', 'visit_rate', 'close_rate')
        and is_of(assistant, $assistant)
    group by metric
),

whole as (
    select
        sum(base) filter (where metric = 'valid_rate') as leads,
        coalesce(sum(won) filter (where metric = 'close_rate'), 0) as orders,
    from steps
),

bought as (
    select sum(revenue_cny) / nullif(count(*), 0) as a_customer_cny
    from entered($first, $last)
    where
        funnel = 'leads' and not is_open and reached = 6
        and is_of(assistant, $assistant)
),

others as (
    select s.metric, case when count(*) = 2 then product(o.won / o.base) end as rate
    from steps as s
    inner join steps as o on s.metric <> o.metric
    group by s.metric
),

final as (
    select
        s.metric,
        s.won / s.base as rate,
        s.benchmark,
        verdict(wilson_low(s.won, s.base), wilson_high(s.won, s.base), s.benchmark) as verdict,
        w.leads::integer as leads,
        w.orders::integer as orders,
        -- The greatest of null and 0 is 0: nothing known is not nothing to gain.
        if(o.rate * s.benchmark is null, null, greatest(w.leads * o.rate * s.benchmark - w.orders, 0))
            as orders_gained,
        (orders_gained * b.a_customer_cny)::decimal(18, 2) as gained_cny,
        n.place,
    from steps as s
    inner join rate_names as n on s.metric = n.metric
    left join others as o on s.metric = o.metric
    cross join whole as w
    cross join bought as b
)

select * exclude (place) from final
order by place
