-- question: Which products do customers of each grade want?
-- grain:    one row per product and grade letter of open customers with both
-- params:   $day date; $assistant varchar
-- columns:  product varchar; grade varchar; customers integer
-- reads:    open_customers
with final as (
    select product, left(grade, 1) as grade, count(*)::integer as customers
    from open_customers($day)
    where
        product is not null and grade is not null
        and is_of(assistant, $assistant)
    group by all
)

select * from final
order by product, grade
