-- question: In which store did sales change, and because of what?
-- grain:    one row per store and part (customers, frequency, ticket), in order
-- params:   $first date; $last date; $assistant varchar
-- columns:  store varchar; part varchar; change_cny decimal(18,2); before double; now double; revenue_before_cny decimal(18,2); revenue_cny decimal(18,2); can_split boolean
-- reads:    bridges_between
-- The changes of all stores sum to that of value/decomposition; each part is the store's own, so the parts need not.
with final as (
    select store, part, change_cny, before, now, revenue_before_cny, revenue_cny, can_split, place
    from bridges_between($first, $last, $assistant, true)
)

select * exclude (place) from final
order by store asc, place asc
