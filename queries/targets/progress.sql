-- question: How much of the month's target is made, and how much of the month is gone?
-- grain:    one row per target of an assistant and, without an assistant, of a store
-- params:   $day date
-- columns:  store varchar; assistant varchar; target integer; done integer; elapsed_share double; revenue_target_cny decimal(18,2); revenue_cny decimal(18,2); leads_target integer; leads integer; elapsed_days integer; working_days integer; sprint_target integer; challenge_target integer
-- reads:    daily, leads, month_of_work, rules_on, targets_of_month
-- Orders, of the month of $day up to it. A store's working days are those of its assistants together.
with goals as (
    select * from targets_of_month($day)
),

bought as (
    select store, assistant, sum(closed) as orders, sum(amount_cny) as revenue_cny
    from daily
    where day between date_trunc('month', $day::date) and $day::date
    group by grouping sets ((store, assistant), (store))
),

came as (
    select store, assistant, count(*) as leads
    from leads
    where day between date_trunc('month', $day::date) and $day::date
    group by grouping sets ((store, assistant), (store))
    having grouping(assistant) = 1 or assistant is not null
),

work as (
    select store, assistant, count(*) filter (where day <= $day::date) as elapsed_days, count(*) as working_days
    from month_of_work($day)
    group by grouping sets ((store, assistant), (store))
),

rules as (
    select store, sprint_factor, challenge_factor from rules_on($day, $day)
),

final as (
    select
        g.store,
        g.assistant,
        g.orders as target,
        coalesce(b.orders, 0)::integer as done,
        w.elapsed_days / nullif(w.working_days, 0) as elapsed_share,
        g.revenue as revenue_target_cny,
        coalesce(b.revenue_cny, 0)::decimal(18, 2) as revenue_cny,
        g.leads as leads_target,
        coalesce(c.leads, 0)::integer as leads,
        coalesce(w.elapsed_days, 0)::integer as elapsed_days,
        coalesce(w.working_days, 0)::integer as working_days,
        ceil(g.orders * r.sprint_factor)::integer as sprint_target,
        ceil(g.orders * r.challenge_factor)::integer as challenge_target,
    from goals as g
    inner join rules as r on g.store = r.store
    left join bought as b on g.store = b.store and is_same(g.assistant, b.assistant)
    left join came as c on g.store = c.store and is_same(g.assistant, c.assistant)
    left join work as w on g.store = w.store and is_same(g.assistant, w.assistant)
)

select * from final
order by store asc, assistant asc nulls first
