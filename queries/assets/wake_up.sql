-- question: Which silent customers are worth another try, the best first?
-- grain:    one row per customer without an order who has waited longer than the grade allows
-- params:   $day date; $assistant varchar; $product varchar; $most integer
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; grade varchar; product varchar; asset_value_cny decimal(38,2); days integer; touch_days integer; last_touch_on date; is_promoted boolean; of_all integer
-- reads:    unclosed
-- By grade, then who wants the "product" that is promoted now, then by value, then who has been silent the shortest.
with found as (
    select
        *,
        coalesce(product = $product, false) as is_promoted,
        count(*) over ()::integer as of_all,
    from unclosed($day)
    where
        is_stale
        and is_of(holder, $assistant)
    order by
        counts_as asc, is_promoted desc, asset_value_cny desc nulls last, days asc, store asc, customer_key asc
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
        product,
        asset_value_cny,
        days,
        touch_days,
        last_touch_on,
        is_promoted,
        of_all,
        counts_as,
    from found
)

select * exclude (counts_as) from final
order by counts_as asc, is_promoted desc, asset_value_cny desc nulls last, days asc, store asc, customer_key asc
