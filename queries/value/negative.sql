-- question: Which customers cost more than they bring, and through what?
-- grain:    one row per store and customer whose contribution is below zero, the lowest first
-- params:   $first date; $last date; $assistant varchar; $most integer
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; contribution_cny decimal(18,2); revenue_cny decimal(18,2); order_cost_cny decimal(18,2); services_cny decimal(18,2); lead_cost_cny decimal(18,2); refunds_cny decimal(18,2); largest_cost varchar; of_all integer; below_cost_cny decimal(18,2)
-- reads:    values_between
-- "largest_cost": order_cost, services, lead_cost or refunds. Goods count there only by what they cost above their price
-- ("below_cost_cny").
with found as (
    select *, count(*) over ()::integer as of_all
    from values_between($first, $last)
    where contribution_cny < 0 and is_of(assistant, $assistant)
    order by contribution_cny asc, store asc, customer_key asc
    limit $most
),

final as (
    select
        f.store,
        f.customer_key,
        masked_name(f.customer) as customer,
        contacts_of(f.customer_key) as contacts,
        f.assistant,
        f.contribution_cny,
        f.revenue_cny,
        f.order_cost_cny,
        f.services_cny,
        f.leads_cny as lead_cost_cny,
        f.refunds_cny,
        largest_cost(f.below_cost_cny, f.services_cny, f.leads_cny, f.refunds_cny) as largest_cost,
        f.of_all,
        f.below_cost_cny,
    from found as f
)

select * from final
order by contribution_cny asc, store asc, customer_key asc
