-- question: Of which grade have customers waited longer than their grade allows?
-- grain:    one row per store and grade letter of customers without an order; null: nobody graded them
-- params:   $day date; $assistant varchar
-- columns:  store varchar; grade varchar; touch_days integer; customers integer; overdue integer; probably_lost integer; overdue_share double; overdue_value_cny decimal(38,2)
-- reads:    unclosed
-- Whoever holds them. "overdue" for longer than "touch_days"; of these "probably_lost" for over 30 days as well.
with final as (
    select
        store,
        left(grade, 1) as grade,
        any_value(touch_days) as touch_days,
        count(*)::integer as customers,
        count_if(is_stale)::integer as overdue,
        count_if(is_lost(days, touch_days))::integer as probably_lost,
        overdue / customers as overdue_share,
        coalesce(sum(asset_value_cny) filter (where is_stale), 0) as overdue_value_cny,
    from unclosed($day)
    where is_of(holder, $assistant)
    group by store, left(grade, 1)
)

select * from final
order by store, grade nulls last
