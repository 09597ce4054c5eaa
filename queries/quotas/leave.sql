-- question: Who was on leave on which day?
-- grain:    one row per store, assistant and day on duty with leave
-- params:   $first date; $last date
-- columns:  store varchar; assistant varchar; day date
-- reads:    duty
with final as (
    select store, assistant, day
    from duty($first, $last)
    where on_leave
)

select * from final
order by store, assistant, day
