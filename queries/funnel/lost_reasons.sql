-- question: Why did visitors leave without an order?
-- grain:    one row per reason; null: nobody wrote it down. Visits for a gift alone are left out
-- params:   $first date; $last date; $assistant varchar
-- columns:  lost_reason varchar; visits integer
-- reads:    visits_between
with final as (
    select lost_reason, count(*)::integer as visits
    from visits_between($first, $last)
    where
        is_lost and not coalesce(gift_only, false)
        and is_of(assistant, $assistant)
    group by lost_reason
)

select * from final
order by visits desc, lost_reason asc nulls last
