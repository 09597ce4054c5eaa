-- question: Which customers without an order may be lost, and why?
-- grain:    one row per customer at risk, the gravest reason first, then by grade
-- params:   $day date; $assistant varchar
-- columns:  store varchar; holder varchar; customer varchar; grade varchar; last_touch_on date; asset_value_cny decimal(38,2); reason varchar; customer_key ubigint; contacts varchar[]; days integer; touch_days integer; product varchar
-- reads:    unclosed
-- "reason", each customer once: holder_left (who held it has left, and nobody has taken it over), probably_lost (silent
-- for over 30 days and longer than the grade allows), stale (longer than the grade allows). "days": without a touch.
with final as (
    select
        store,
        holder,
        masked_name(customer) as customer,
        grade,
        last_touch_on,
        asset_value_cny,
        reason,
        customer_key,
        contacts_of(customer_key) as contacts,
        days,
        touch_days,
        product,
        counts_as,
    from unclosed($day)
    where
        reason <> 'safe'
        and is_of(holder, $assistant)
)

select * exclude (counts_as) from final
order by
    list_position(['holder_left', 'probably_lost', 'stale'], reason) asc,
    counts_as asc,
    asset_value_cny desc nulls last,
    days desc,
    store asc,
    customer_key asc
