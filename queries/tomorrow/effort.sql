-- question: Which share of the effort should each grade get on a day?
-- grain:    one row per store and grade letter
-- params:   $day date
-- columns:  store varchar; grade varchar; target double
-- reads:    grades_asked_on
with final as (
    select store, grade, effort as target
    from grades_asked_on($day)
)

select * from final
order by store, grade
