-- question: Through which products, categories, regions, stores and assistants do customers bring what they bring?
-- grain:    one row per value of the cut (product, category, region, store or assistant), the most revenue first; null: nobody said
-- params:   $first date; $last date; $assistant varchar; $cut varchar
-- columns:  store varchar; value varchar; customers integer; orders integer; revenue_cny decimal(18,2); order_cost_cny decimal(18,2); other_cost_cny decimal(18,2); contribution_cny decimal(18,2); top20_share double
-- reads:    cuts_between
-- Assistants are named with their store, and are those who sold or spent. Services and leads ("other_cost_cny") have no
-- product, category or region and stand at null, so every cut sums to the revenue and contribution of value/summary.
with placed as (
    select
        *,
        greatest(revenue_cny, 0) as counted,
        row_number() over (
            partition by store, value
            order by has_bought desc, greatest(revenue_cny, 0) desc, of_store asc, customer_key asc
        ) as place,
        count(*) filter (where has_bought) over (partition by store, value) as of_all,
    from cuts_between($first, $last, $assistant, $cut)
),

final as (
    select
        store,
        value,
        (count(*) filter (where has_bought))::integer as customers,
        sum(orders)::integer as orders,
        sum(revenue_cny)::decimal(18, 2) as revenue_cny,
        sum(order_cost_cny)::decimal(18, 2) as order_cost_cny,
        sum(other_cost_cny)::decimal(18, 2) as other_cost_cny,
        (sum(revenue_cny) - sum(order_cost_cny) - sum(other_cost_cny))::decimal(18, 2) as contribution_cny,
        coalesce(sum(counted) filter (where place <= (of_all + 4) // 5), 0)::double
        / nullif(sum(counted), 0)::double as top20_share,
    from placed
    group by store, value
)

select * from final
order by revenue_cny desc, store asc nulls first, value asc nulls last
