-- question: How far have the customers come in their life with the shop?
-- grain:    one row per life stage, in order; without stores no row
-- params:   $day date; $assistant varchar
-- columns:  stage varchar; customers integer; orders integer; revenue_cny decimal(18,2)
-- reads:    life_stages_on, scope
-- Orders and revenue of all time up to the day.
with names as (
    select
        unnest(['potential', 'target', 'prospect', 'customer', 'loyal']) as stage,
        unnest(range(5)) as place,
    where exists (from scope)
),

members as (
    select *
    from life_stages_on($day)
    where is_of(assistant, $assistant)
),

final as (
    select
        n.stage,
        count(m.stage)::integer as customers,
        coalesce(sum(m.orders), 0)::integer as orders,
        coalesce(sum(m.revenue_cny), 0)::decimal(18, 2) as revenue_cny,
        n.place,
    from names as n
    left join members as m on n.stage = m.stage
    group by n.stage, n.place
)

select * exclude (place) from final
order by place asc
