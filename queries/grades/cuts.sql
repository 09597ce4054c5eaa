-- question: Whose customers, and from where, have which grades?
-- grain:    one row per value of the cut (assistant, store, source or product) and grade letter; null: nobody said
-- params:   $day date; $assistant varchar; $cut varchar
-- columns:  store varchar; value varchar; grade varchar; customers integer
-- reads:    open_customers
-- Assistants are named with their store: who worked in two is two.
with final as (
    select
        case when $cut = 'assistant' then store end as store,
        case $cut
            when 'assistant' then assistant
            when 'store' then store
            when 'source' then source
            when 'product' then product
        end as value,
        left(grade, 1) as grade,
        count(*)::integer as customers,
    from open_customers($day)
    where is_of(assistant, $assistant)
    group by all
)

select * from final
order by store nulls first, value nulls last, grade nulls last
