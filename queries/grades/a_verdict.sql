-- question: Does each store's grade A stand for what it should?
-- grain:    one row per store with customers graded A as many days ago as its rule order_days says
-- params:   $day date; $assistant varchar
-- columns:  store varchar; customers integer; ordered integer; rate double; low double; high double; benchmark double; verdict varchar
-- reads:    graded_before, benchmarks_on
with counted as (
    select store, count(*)::integer as customers, (count(*) filter (where has_ordered))::integer as ordered
    from graded_before($day)
    where
        grade = 'A'
        and is_of(assistant, $assistant)
    group by store
),

final as (
    select
        c.store,
        c.customers,
        c.ordered,
        c.ordered / c.customers as rate,
        wilson_low(c.ordered, c.customers) as low,
        wilson_high(c.ordered, c.customers) as high,
        b.benchmark,
        verdict(low, high, b.benchmark) as verdict,
    from counted as c
    left join benchmarks_on($day) as b on c.store = b.store and b.metric = 'a_order_rate'
)

select * from final
order by store
