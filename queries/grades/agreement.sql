-- question: How often does the grade say the same as the facts?
-- grain:    one row per store and assistant with customers for whom the store's rules suggest a grade
-- params:   $day date; $assistant varchar
-- columns:  store varchar; assistant varchar; customers integer; agreeing integer; share double
-- reads:    suggested_on
with final as (
    select
        store,
        assistant,
        count(*)::integer as customers,
        (count(*) filter (where left(grade, 1) = suggested))::integer as agreeing,
        agreeing / customers as share,
    from suggested_on($day)
    where
        grade is not null
        and is_of(assistant, $assistant)
    group by all
)

select * from final
order by store, assistant
