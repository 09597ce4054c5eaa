-- question: On which days of the month is there somebody to bring its target, and how many?
-- grain:    one row per store and assistant, and store (no assistant), and day of the month of $day with work on it
-- params:   $day date
-- columns:  store varchar; assistant varchar; day date; working integer
-- reads:    month_of_work
with final as (
    select store, assistant, day, count(*)::integer as working
    from month_of_work($day)
    group by grouping sets ((store, assistant, day), (store, day))
)

select * from final
order by store asc, assistant asc nulls first, day asc
