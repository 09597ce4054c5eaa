-- question: What did the day come to, against the quota and what is usual on this weekday?
-- grain:    one row per figure: calls, invites, visits_agreed, visited, orders
-- params:   $day date
-- columns:  figure varchar; value integer; quota integer; usual double; amount_cny decimal(18,2)
-- reads:    figure_names, figures, assessed
with weeks as (
    select day, figure, value, amount_cny
    from figures($day::date - 28, $day)
    where day in ($day::date, $day::date - 7, $day::date - 14, $day::date - 21, $day::date - 28)
),

values_of as (
    select
        figure,
        max(value) filter (where day = $day::date) as value,
        avg(value) filter (where day < $day::date) as usual,
        max(amount_cny) filter (where day = $day::date) as amount_cny,
    from weeks
    group by figure
),

summed as (
    select
        sum(call_quota)::integer as calls,
        sum(invite_quota)::integer as invites,
        -- Only a quota that everybody has can stand against the sum of all.
        case when count(visit_quota) = count(*) then sum(visit_quota)::integer end as visits_agreed,
    from assessed($day, $day)
),

quotas as (
    unpivot summed on calls, invites, visits_agreed into name figure value quota
),

final as (
    select n.figure, v.value, q.quota, v.usual, v.amount_cny, n.place
    from figure_names as n
    left join values_of as v on n.figure = v.figure
    left join quotas as q on n.figure = q.figure
)

select * exclude (place) from final
order by place
