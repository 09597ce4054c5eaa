-- question: Which customers should be kept, grown, reshaped or let go, and why?
-- grain:    one row per advice and reason that somebody has, keep first
-- params:   $first date; $last date; $assistant varchar
-- columns:  advice varchar; reason varchar; customers integer; revenue_cny decimal(18,2); contribution_cny decimal(18,2)
-- reads:    advised_between
-- keep: top_20. grow: rising. reshape: falling, level, silent (no order line in 180 days). let_go, by what eats the
-- most: as largest_cost in value/negative.
with final as (
    select
        advice,
        reason,
        count(*)::integer as customers,
        sum(revenue_cny)::decimal(18, 2) as revenue_cny,
        sum(contribution_cny)::decimal(18, 2) as contribution_cny,
    from advised_between($first, $last)
    where is_of(assistant, $assistant)
    group by all
)

select * from final
order by list_position(['keep', 'grow', 'reshape', 'let_go'], advice) asc, customers desc, reason asc
