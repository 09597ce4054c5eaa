-- question: Who is on duty today, and who is on leave?
-- grain:    one row per store and assistant on duty, with or without leave
-- params:   $day date
-- columns:  store varchar; assistant varchar; on_leave boolean
-- reads:    duty
with final as (
    select store, assistant, on_leave
    from duty($day, $day)
)

select * from final
order by store, assistant
