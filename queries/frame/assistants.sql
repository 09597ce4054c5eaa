-- question: Which assistants belonged to a store at any time in the period?
-- grain:    one row per store and assistant
-- params:   $first date; $last date
-- columns:  store varchar; assistant varchar
-- reads:    roster
with final as (
    select distinct store, assistant
    from roster($first, $last)
)

select * from final
order by store, assistant
