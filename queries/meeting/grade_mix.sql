-- question: Which grades do the customers have whom each assistant dealt with today?
-- grain:    one row per store, assistant and grade letter; no letter for customers without a grade
-- params:   $day date
-- columns:  store varchar; assistant varchar; grade varchar; customers integer
-- reads:    rows_behind
-- A customer counts once per assistant, with the last grade of the day.
with final as (
    select store, assistant, nullif(left(grade, 1), '') as grade, count(*)::integer as customers
    from rows_behind($day)
    where figure = 'grades' and counted = 'yes'
    group by all
)

select * from final
order by store, assistant, grade nulls last
