-- question: Which assistants were on duty at any time in the period?
-- grain:    one row per store and assistant
-- params:   $first date; $last date
-- columns:  store varchar; assistant varchar
-- reads:    duty
with final as (
    select distinct store, assistant
    from duty($first, $last)
)

select * from final
order by store, assistant
