-- question: How many customers of each kind are there, and what do they bring?
-- grain:    one row per segment of RFM, all eight in order; without stores no row
-- params:   $first date; $last date; $assistant varchar
-- columns:  segment varchar; customers integer; orders integer; revenue_cny decimal(18,2); contribution_cny decimal(18,2); recency_days double
-- reads:    scored_between, scope
-- "recency_days": the mean.
with names as (
    select
        unnest(
            [
                'important_value', 'important_keep', 'important_develop', 'important_win_back',
                'general_value', 'general_keep', 'general_develop', 'general_win_back',
            ]
        ) as segment,
        unnest(range(8)) as place,
    where exists (from scope)
),

members as (
    select *
    from scored_between($first, $last)
    where is_of(assistant, $assistant)
),

final as (
    select
        n.segment,
        count(m.segment)::integer as customers,
        coalesce(sum(m.orders), 0)::integer as orders,
        coalesce(sum(m.revenue_cny), 0)::decimal(18, 2) as revenue_cny,
        coalesce(sum(m.contribution_cny), 0)::decimal(18, 2) as contribution_cny,
        avg(m.recency_days) as recency_days,
        n.place,
    from names as n
    left join members as m on n.segment = m.segment
    group by n.segment, n.place
)

select * exclude (place) from final
order by place asc
