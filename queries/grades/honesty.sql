-- question: Do the customers graded A order as often as they should, and from when on can that be said?
-- grain:    one row for all the stores together; without customers graded A in time there is no rate, without stores no row
-- params:   $day date; $assistant varchar
-- columns:  customers integer; ordered integer; rate double; low double; high double; benchmark double; verdict varchar; fewest_days integer; most_days integer; known_from date
-- reads:    graded_before, benchmarks_on, rules_on, customer_state
-- "fewest_days" and "most_days": the rule order_days, which may differ by store. "known_from": the first day with a grade
-- of any letter that old, null before the first grade.
with rated as (
    select g.has_ordered, b.benchmark
    from graded_before($day) as g
    left join benchmarks_on($day) as b on g.store = b.store and b.metric = 'a_order_rate'
    where
        g.grade = 'A'
        and is_of(g.assistant, $assistant)
),

counted as (
    select
        count(*)::integer as customers,
        (count(*) filter (where has_ordered))::integer as ordered,
        benchmark_of_all(benchmark, 1) as benchmark,
    from rated
),

times as (
    select
        min(r.order_days) as fewest_days,
        max(r.order_days) as most_days,
        min(c.first_graded_on + r.order_days) filter (
            where is_of(c.holder, $assistant) and coalesce(c.ordered_on > c.first_graded_on, true)
        ) as known_from,
    from rules_on($day, $day) as r
    left join customer_state as c on r.store = c.store
),

final as (
    select
        c.customers,
        c.ordered,
        c.ordered / nullif(c.customers, 0) as rate,
        wilson_low(c.ordered, c.customers) as low,
        wilson_high(c.ordered, c.customers) as high,
        c.benchmark,
        case when c.customers > 0 then verdict(low, high, c.benchmark) end as verdict,
        t.fewest_days,
        t.most_days,
        t.known_from,
    from counted as c, times as t
    where t.fewest_days is not null
)

select * from final
