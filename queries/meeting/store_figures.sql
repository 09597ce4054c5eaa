-- question: What did each store's day come to, and how did its calls run over the last 14 days?
-- grain:    one row per store with any log in these 14 days
-- params:   $day date
-- columns:  store varchar; calls integer; invites integer; joined integer; visited integer; orders integer; amount_cny decimal(18,2); calls_trend integer[]
-- reads:    figures_by_store
-- The trend leaves out the days without a log, which are not zero.
with fortnight as (
    select store, day, calls, invites, joined, visited, orders, amount_cny
    from figures_by_store($day::date - 13, $day)
),

final as (
    select
        store,
        max(calls) filter (where day = $day::date) as calls,
        max(invites) filter (where day = $day::date) as invites,
        max(joined) filter (where day = $day::date) as joined,
        max(visited) filter (where day = $day::date) as visited,
        max(orders) filter (where day = $day::date) as orders,
        max(amount_cny) filter (where day = $day::date) as amount_cny,
        coalesce(list(calls order by day) filter (where calls is not null), []) as calls_trend,
    from fortnight
    group by store
)

select * from final
order by store
