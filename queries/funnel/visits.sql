-- question: How many visits were lost, and how many came for a gift alone?
-- grain:    one row; none without a store to see
-- params:   $first date; $last date; $assistant varchar
-- columns:  visits integer; lost integer; without_reason integer; gift_only integer
-- reads:    scope, visits_between
with final as (
    select
        count(*)::integer as visits,
        (count(*) filter (where is_lost))::integer as lost,
        (count(*) filter (where is_lost and lost_reason is null and not coalesce(gift_only, false)))::integer
            as without_reason,
        (count(*) filter (where gift_only))::integer as gift_only,
    from visits_between($first, $last)
    where is_of(assistant, $assistant)
)

select * from final
where exists (from scope)
