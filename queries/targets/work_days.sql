-- question: On which days of the month is who there to bring its target, and what does each day count?
-- grain:    one row per assistant and day of the month of $day with work on it
-- params:   $day date
-- columns:  store varchar; assistant varchar; day date; own_weight decimal(18,3); weekend_weight decimal(18,3); holiday_weight decimal(18,3)
-- reads:    calendar, month_of_work, rules_on
-- "own_weight" is what the store's own calendar says, null where it says nothing; the others are what the rules say for a
-- weekend and a holiday. Which days are those, queries.calendar knows.
with work as (
    select store, assistant, day
    from month_of_work($day)
),

rules as (
    select store, day, weekend_weight, holiday_weight
    from rules_on(date_trunc('month', $day::date), last_day($day::date))
),

final as (
    select w.store, w.assistant, w.day, c.weight as own_weight, r.weekend_weight, r.holiday_weight
    from work as w
    inner join rules as r on w.store = r.store and w.day = r.day
    left join calendar as c on w.store = c.store and w.day = c.day
)

select * from final
order by store, assistant, day
