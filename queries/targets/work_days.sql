-- question: On which days of the month is who there to bring its target?
-- grain:    one row per assistant and day of the month of $day with work on it
-- params:   $day date
-- columns:  store varchar; assistant varchar; day date
-- reads:    month_of_work
with final as (
    select store, assistant, day
    from month_of_work($day)
)

select * from final
order by all
