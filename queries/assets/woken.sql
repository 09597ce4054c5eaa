-- question: What came of earlier wake-ups?
-- grain:    one row per grade letter the customers had while they were silent; null: nobody had graded them
-- params:   $first date; $last date; $assistant varchar
-- columns:  grade varchar; woken integer; ordered integer; rate double; low double; high double; still_open integer
-- reads:    touch_days_of, customer_state, grade_turns, grades_asked_on
-- Woken: the first touch in these days, of a customer without an order, after longer than the grade allowed. Who ordered
-- within 30 days of it; "still_open": woken less than 30 days before the last day, left out of the others.
with touched as (
    select t.*, s.ordered_on, s.first_touch_on
    from touch_days_of($first::date - 366, $last) as t
    inner join customer_state as s on t.store = s.store and t.customer_key = s.customer_key
    where coalesce(s.ordered_on >= t.day, true) and s.first_touch_on < t.day
),

silent as (
    select t.*, left(g.grade, 1) as grade, t.day - coalesce(t.before, t.first_touch_on) as days
    from touched as t
    asof left join grade_turns as g on t.store = g.store and t.customer_key = g.customer_key and t.day > g.day
    where t.day between $first and $last
),

roused as (
    select
        s.grade,
        s.day > $last::date - 30 as is_open,
        coalesce(s.ordered_on <= s.day + 30, false) as has_ordered,
    from silent as s
    inner join grades_asked_on($last) as a on s.store = a.store and coalesce(s.grade, 'C') = a.grade
    where s.days > a.touch_days and is_of(s.assistant, $assistant)
    qualify row_number() over (partition by s.store, s.customer_key order by s.day asc) = 1
),

final as (
    select
        grade,
        count_if(not is_open)::integer as woken,
        count_if(not is_open and has_ordered)::integer as ordered,
        ordered / nullif(woken, 0) as rate,
        wilson_low(ordered, woken) as low,
        wilson_high(ordered, woken) as high,
        count_if(is_open)::integer as still_open,
    from roused
    group by grade
)

select * from final
order by grade nulls last
