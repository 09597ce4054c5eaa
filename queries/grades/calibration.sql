-- question: Do the customers graded A really buy?
-- grain:    one row per grade letter
-- params:   $day date; $assistant varchar
-- columns:  grade varchar; customers integer; ordered integer; rate double; low double; high double
-- reads:    graded_before
-- The open customers of as many days ago as the rule order_days says, by their grade then: who has ordered since.
with counted as (
    select grade, count(*)::integer as customers, (count(*) filter (where has_ordered))::integer as ordered
    from graded_before($day)
    where
        grade is not null
        and is_of(assistant, $assistant)
    group by grade
),

final as (
    select
        grade,
        customers,
        ordered,
        ordered / customers as rate,
        wilson_low(ordered, customers) as low,
        wilson_high(ordered, customers) as high,
    from counted
)

select * from final
order by grade
