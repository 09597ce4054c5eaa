-- question: How fast do revenue and contribution add up, the best customers first?
-- grain:    one row per curve (lorenz: revenue; whale: contribution) and point, from none to all customers; some 200 at most
-- params:   $first date; $last date; $assistant varchar
-- columns:  curve varchar; customers integer; customers_share double; value_cny decimal(18,2); value_share double
-- reads:    values_between
-- Revenue below zero counts as 0. Shares are null where there is nothing to share. The peak of the whale is a point.
with named as (
    select 'lorenz' as curve, store, customer_key, counted_cny as amount
    from values_between($first, $last)
    where is_of(assistant, $assistant)
    union all
    select 'whale' as curve, store, customer_key, contribution_cny as amount
    from values_between($first, $last)
    where is_of(assistant, $assistant)
),

added as (
    select
        curve,
        amount,
        row_number() over best_first as place,
        sum(amount) over best_first as up_to_here,
        count(*) over all_of_it as of_all,
        sum(amount) over all_of_it as total,
        count(*) filter (where amount > 0) over all_of_it as positive,
    from named
    window
        all_of_it as (partition by curve),
        best_first as (partition by curve order by amount desc, store asc, customer_key asc rows unbounded preceding)
),

points as (
    select curve, place, up_to_here, of_all, total
    from added
    where
        place * 190 // of_all > (place - 1) * 190 // of_all
        or place in (1, positive, (of_all + 4) // 5)
    union all
    select distinct curve, 0 as place, 0 as up_to_here, of_all, total
    from added
),

final as (
    select
        curve,
        place::integer as customers,
        place / of_all as customers_share,
        up_to_here::decimal(18, 2) as value_cny,
        case when total > 0 then up_to_here::double / total::double end as value_share,
    from points
)

select * from final
order by curve asc, customers asc
