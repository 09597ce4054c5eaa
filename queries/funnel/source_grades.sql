-- question: Which source brings which grades?
-- grain:    one row per source and grade letter; null: nobody said
-- params:   $first date; $last date; $assistant varchar
-- columns:  source varchar; grade varchar; leads integer; ordered integer
-- reads:    entered
with final as (
    select
        source,
        left(grade, 1) as grade,
        count(*)::integer as leads,
        (count(*) filter (where reached = 6))::integer as ordered,
    from entered($first, $last)
    where
        funnel = 'leads'
        and is_of(assistant, $assistant)
    group by all
)

select * from final
order by source nulls last, grade nulls last
