-- question: For whom, where and from which source is each rate high or low?
-- grain:    one row per rate and value of the cut: assistant, store, source, product or grade; null: nobody said
-- params:   $first date; $last date; $assistant varchar; $cut varchar
-- columns:  store varchar; value varchar; metric varchar; numerator integer; denominator integer; rate double; low double; high double; benchmark double; verdict varchar
-- reads:    rate_names, rate_parts
-- Assistants are named with their store: who worked in two is two.
with parts as (
    select
        *,
        case when $cut = 'assistant' then store end as of_store,
        case $cut
            when 'assistant' then assistant
            when 'store' then store
            when 'source' then source
            when 'product' then product
            when 'grade' then grade
        end as value,
    from rate_parts($first, $last, 'cohort')
    where is_of(assistant, $assistant)
),

counted as (
    select of_store, value, metric, sum(won) as won, sum(base) as base, benchmark_of_all(benchmark, base) as benchmark
    from parts
    group by all
),

final as (
    select
        c.of_store as store,
        c.value,
        c.metric,
        n.place,
        c.won::integer as numerator,
        c.base::integer as denominator,
        c.won / nullif(c.base, 0) as rate,
        wilson_low(c.won, c.base) as low,
        wilson_high(c.won, c.base) as high,
        c.benchmark,
        verdict(low, high, c.benchmark) as verdict,
    from counted as c
    inner join rate_names as n on c.metric = n.metric
)

select * exclude (place) from final
order by place, store nulls first, value nulls last
