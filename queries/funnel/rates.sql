-- question: At which step do customers stop, and is that really below the benchmark?
-- grain:    one row per rate
-- params:   $first date; $last date; $assistant varchar; $reading varchar
-- columns:  metric varchar; numerator integer; denominator integer; rate double; low double; high double; benchmark double; verdict varchar
-- reads:    rate_names, rate_parts, benchmarks_on
-- The reading "period" has no interval and no verdict: who got there needn't be of those who entered.
with counted as (
    select metric, sum(won) as won, sum(base) as base, benchmark_of_all(benchmark, base) as benchmark
    from rate_parts($first, $last, $reading)
    where is_of(assistant, $assistant)
    group by metric
),

aimed_at as (
    select metric, case when count(benchmark) = count(*) then avg(benchmark) end as benchmark
    from benchmarks_on($last)
    group by metric
),

judged as (
    select
        n.metric,
        n.place,
        coalesce(c.won, 0)::integer as numerator,
        coalesce(c.base, 0)::integer as denominator,
        c.won / nullif(c.base, 0) as rate,
        wilson_low(c.won, c.base) as low,
        wilson_high(c.won, c.base) as high,
        if(c.base > 0, c.benchmark, a.benchmark) as benchmark,
    from rate_names as n
    left join counted as c on n.metric = c.metric
    left join aimed_at as a on n.metric = a.metric
),

final as (
    select
        * replace (
            case when $reading = 'cohort' then low end as low,
            case when $reading = 'cohort' then high end as high
        ),
        case when $reading = 'cohort' then verdict(low, high, benchmark) end as verdict,
    from judged
)

select * exclude (place) from final
order by place
