-- question: What would each step bring, if it alone stood at its benchmark?
-- grain:    one row per step from lead to order that somebody got to; nothing to gain above the benchmark
-- params:   $first date; $last date; $assistant varchar
-- columns:  metric varchar; rate double; benchmark double; verdict varchar; leads integer; orders integer; orders_gained double; gained_cny decimal(18,2)
-- reads:    settled_leads, benchmarks_on
-- Orders gained = leads x (the other steps' rates x this one's benchmark) - orders: arithmetic, not a promise; null where
-- a rate or the benchmark isn't known. In money at what the customers of these orders have brought on average.
with counted as (
    select * from settled_leads($first, $last, $assistant)
),

whole as (
    select sum(leads) as leads, sum(orders) as orders, sum(revenue_cny) / nullif(sum(orders), 0) as an_order_cny
    from counted
),

parts as (
    select
        store, unnest(['valid_rate', 'visit_rate', 'close_rate']) as metric, unnest(range(3)) as place,
        unnest([leads, valid, visited]) as base, unnest([valid, visited, orders]) as won,
    from counted
),

steps as (
    select p.metric, p.place, sum(p.won) as won, sum(p.base) as base, benchmark_of_all(b.benchmark, p.base) as benchmark
    from parts as p
    left join benchmarks_on($last) as b on p.store = b.store and p.metric = b.metric
    where p.base > 0
    group by all
),

gains as (
    select
        s.*,
        w.*,
        s.won / s.base as rate,
        -- Of those who pass this step, as many order as do now; of nobody, nobody knows.
        s.base * s.benchmark * if(s.place = 2, 1, w.orders / nullif(s.won, 0)) - w.orders as gain,
    from steps as s
    cross join whole as w
),

final as (
    select
        metric,
        rate,
        benchmark,
        verdict(wilson_low(won, base), wilson_high(won, base), benchmark) as verdict,
        leads::integer as leads,
        orders::integer as orders,
        if(gain is null, null, greatest(gain, 0)) as orders_gained,
        (orders_gained * an_order_cny)::decimal(18, 2) as gained_cny,
        place,
    from gains
)

select * exclude (place) from final order by place
