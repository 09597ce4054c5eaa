-- question: Do customers who were referred come and order more often than others?
-- grain:    one row for those who were referred, and one per source of the leads, null where nobody said
-- params:   $first date; $last date; $assistant varchar
-- columns:  is_referred boolean; source varchar; customers integer; still_open integer; visited integer; ordered integer; visit_share double; order_share double; low double; high double
-- reads:    referred_or_led
-- "visited" and "ordered", and the shares, leave out who is "still_open": there since less than mature_days. "low" and
-- "high" are of the share that ordered.
with counted as (
    select
        is_referred,
        source,
        count(*)::integer as customers,
        count_if(is_open)::integer as still_open,
        count_if(has_visited and not is_open)::integer as visited,
        count_if(has_ordered and not is_open)::integer as ordered,
    from referred_or_led($first, $last)
    where is_of(assistant, $assistant)
    group by all
),

final as (
    select
        *,
        visited / nullif(customers - still_open, 0) as visit_share,
        ordered / nullif(customers - still_open, 0) as order_share,
        wilson_low(ordered, customers - still_open) as low,
        wilson_high(ordered, customers - still_open) as high,
    from counted
)

select * from final
order by is_referred desc, customers desc, source asc nulls last
