-- question: How many customers are in each tier, and how much do they bring?
-- grain:    one row per tier, the best first; without stores no row
-- params:   $first date; $last date; $assistant varchar
-- columns:  tier varchar; customers integer; revenue_cny decimal(18,2); contribution_cny decimal(18,2); orders integer; lowest_cny decimal(18,2)
-- reads:    tiers_between, customer_state, order_lines, scope
-- top_1, next_4, next_15, other_80 of everybody with an order line between the days, whoever holds them; earlier: with
-- one before only; none: known by the last day, without one.
with names as (
    select
        unnest(['top_1', 'next_4', 'next_15', 'other_80', 'earlier', 'none']) as tier,
        unnest(range(6)) as place,
    where exists (from scope)
),

bought as (
    select store, customer_key, bool_or(day >= $first) as is_recent
    from order_lines
    where day <= $last
    group by all
),

members as (
    select tier, revenue_cny, contribution_cny, orders
    from tiers_between($first, $last)
    where is_of(assistant, $assistant)
    union all by name
    select if(b.customer_key is null, 'none', 'earlier') as tier
    from customer_state as s
    left join bought as b on s.store = b.store and s.customer_key = b.customer_key
    where s.first_on <= $last and not coalesce(b.is_recent, false) and is_of(s.holder, $assistant)
),

final as (
    select
        n.tier,
        count(m.tier)::integer as customers,
        coalesce(sum(m.revenue_cny), 0)::decimal(18, 2) as revenue_cny,
        coalesce(sum(m.contribution_cny), 0)::decimal(18, 2) as contribution_cny,
        coalesce(sum(m.orders), 0)::integer as orders,
        min(m.revenue_cny) as lowest_cny,
        n.place,
    from names as n
    left join members as m on n.tier = m.tier
    group by n.tier, n.place
)

select * exclude (place) from final
order by place asc
