-- question: Which customers without an order does somebody hold?
-- grain:    one row per customer, the gravest reason first, then by grade
-- params:   $day date; $assistant varchar; $reason varchar; $most integer
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; grade varchar; reason varchar; last_touch_on date; days integer; asset_value_cny decimal(38,2); product varchar; of_all integer
-- reads:    unclosed
-- Of one "reason" as in assets/at_risk, "safe" for none; null: all. "of_all": how many there are without the limit.
with found as (
    select *, count(*) over ()::integer as of_all
    from unclosed($day)
    where
        ($reason is null or reason = $reason)
        and is_of(holder, $assistant)
    order by
        list_position(['holder_left', 'probably_lost', 'stale'], reason) asc nulls last,
        counts_as asc,
        asset_value_cny desc nulls last,
        days desc,
        store asc,
        customer_key asc
    limit $most
),

final as (
    select
        store,
        customer_key,
        masked_name(customer) as customer,
        contacts_of(customer_key) as contacts,
        holder as assistant,
        grade,
        reason,
        last_touch_on,
        days,
        asset_value_cny,
        product,
        of_all,
        counts_as,
    from found
)

select * exclude (counts_as) from final
order by
    list_position(['holder_left', 'probably_lost', 'stale'], reason) asc nulls last,
    counts_as asc,
    asset_value_cny desc nulls last,
    days desc,
    store asc,
    customer_key asc
