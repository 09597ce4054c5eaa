-- question: Who has been passing, and since when not?
-- grain:    one row per store and assistant assessed in the last 30 days
-- params:   $day date
-- columns:  store varchar; assistant varchar; streak integer; days_passed integer; days_assessed integer; last_passed_on date
-- reads:    standing
with final as (
    select
        store,
        assistant,
        streak,
        count(*) filter (where passed)::integer as days_passed,
        count(*)::integer as days_assessed,
        max(day) filter (where passed) as last_passed_on,
    from standing($day)
    group by all
)

select * from final
order by store, assistant
