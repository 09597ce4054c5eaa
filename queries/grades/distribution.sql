-- question: How many open customers has each store of each grade?
-- grain:    one row per store and grade as graded (A, A1 to D4); null: nobody graded them
-- params:   $day date; $assistant varchar
-- columns:  store varchar; grade varchar; customers integer
-- reads:    open_customers
with final as (
    select store, grade, count(*)::integer as customers
    from open_customers($day)
    where is_of(assistant, $assistant)
    group by all
)

select * from final
order by store, grade nulls last
