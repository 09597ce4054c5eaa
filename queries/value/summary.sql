-- question: How much do the customers bring, and how much of it hangs on a few?
-- grain:    one row for all the stores together; without stores no row
-- params:   $first date; $last date; $assistant varchar
-- columns:  customers integer; revenue_cny decimal(18,2); top20_share double; k80 integer; gini double; contribution_cny decimal(18,2); peak_share double; negative_customers integer; peak_cny decimal(18,2); peak_customers integer; orders integer; refunds_cny decimal(18,2); refunded_customers integer; lines integer; lines_with_cost integer; customers_with_cost integer; leads_counted boolean; unnamed_orders integer; unnamed_cny decimal(18,2)
-- reads:    ranked_between, order_lines, rules_on, scope
-- Who brought less than nothing ("refunded_customers") counts as 0 in the shares and in Gini. "unnamed": orders that
-- nobody can be named for, part of no other figure, whoever is asked about.
with counted as (
    select
        count(*)::integer as customers,
        coalesce(sum(revenue_cny), 0)::decimal(18, 2) as revenue_cny,
        sum(counted_cny) filter (where place <= (of_all + 4) // 5) / nullif(max(all_cny), 0)::double as top20_share,
        case
            when max(all_cny) > 0
                then (count(*) filter (where (up_to_here_cny - counted_cny) * 5 < all_cny * 4))::integer
        end as k80,
        case
            when count(*) >= 10
                then
                    sum((of_all + 1 - 2 * place) * (counted_cny * 100)::hugeint)
                    / nullif((count(*) - 1) * (max(all_cny) * 100)::hugeint, 0)::double
        end as gini,
        coalesce(sum(contribution_cny), 0)::decimal(18, 2) as contribution_cny,
        case
            when sum(contribution_cny) > 0
                then (sum(contribution_cny) filter (where contribution_cny > 0) / sum(contribution_cny)::double)
        end as peak_share,
        (count(*) filter (where contribution_cny < 0))::integer as negative_customers,
        coalesce(sum(contribution_cny) filter (where contribution_cny > 0), 0)::decimal(18, 2) as peak_cny,
        (count(*) filter (where contribution_cny > 0))::integer as peak_customers,
        coalesce(sum(orders), 0)::integer as orders,
        coalesce(sum(refunds_cny), 0)::decimal(18, 2) as refunds_cny,
        (count(*) filter (where revenue_cny < 0))::integer as refunded_customers,
        coalesce(sum(lines), 0)::integer as lines,
        coalesce(sum(lines_with_cost), 0)::integer as lines_with_cost,
        (count(*) filter (where lines_with_cost > 0))::integer as customers_with_cost,
    from ranked_between($first, $last, $assistant)
),

unnamed as (
    select
        (count(distinct order_key) filter (where kind <> 'refund'))::integer as unnamed_orders,
        coalesce(sum(amount), 0)::decimal(18, 2) as unnamed_cny,
    from order_lines
    where customer_key is null and day between $first and $last
),

final as (
    select
        c.*,
        (select bool_or(r.include_lead_cost) from rules_on($last, $last) as r) as leads_counted,
        u.*,
    from counted as c, unnamed as u
    where exists (from scope)
)

select * from final
