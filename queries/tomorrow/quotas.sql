-- question: What is asked of each assistant on a day to come?
-- grain:    one row per store and assistant on duty that day, with or without leave
-- params:   $day date
-- columns:  store varchar; assistant varchar; on_leave boolean; has_task boolean; visits_due integer; call_quota integer; invite_quota integer; visit_quota integer; relief integer; extra integer
-- reads:    duty, agreed_for, customer_state, rules_on
-- The day's task where there is one; else the rules, with the relief for the visits that are agreed for the day, and
-- what that releases shared as on the day itself. "visit_quota" without a task: the visits agreed.
with expected as (
    select s.store, s.holder, count(*)::integer as visits_due
    from agreed_for($day) as g
    inner join customer_state as s on g.store = s.store and g.customer_key = s.customer_key
    where g.is_visit
    group by all
),

known as (
    select
        d.*,
        coalesce(e.visits_due, 0) as visits_due,
        r.call_quota,
        r.invite_quota,
        r.invite_extra_cap,
        if(
            d.on_leave or d.task_invites is not null,
            0,
            relief_for(e.visits_due, r.visit_relief, r.invite_quota, r.invite_floor)
        ) as relief,
        r.redistribute and not d.on_leave and d.task_invites is null and coalesce(e.visits_due, 0) = 0 as shares,
    from duty($day, $day) as d
    inner join rules_on($day, $day) as r on d.store = r.store
    left join expected as e on d.store = e.store and d.assistant = e.holder
),

pools as (
    select store, sum(relief)::integer as released, list(assistant order by assistant) filter (where shares) as takers
    from known
    group by store
),

final as (
    select
        k.store,
        k.assistant,
        k.on_leave,
        coalesce(k.task_calls, k.task_invites, k.visit_quota) is not null or k.on_leave as has_task,
        k.visits_due,
        coalesce(k.task_calls, k.call_quota) as call_quota,
        if(k.shares, share_of(p.released, p.takers, k.assistant, k.invite_extra_cap), 0)::integer as extra,
        k.relief::integer as relief,
        coalesce(k.task_invites, k.invite_quota - k.relief + extra)::integer as invite_quota,
        coalesce(k.visit_quota, k.visits_due) as visit_quota,
    from known as k
    inner join pools as p on k.store = p.store
)

select store, assistant, on_leave, has_task, visits_due, call_quota, invite_quota, visit_quota, relief, extra
from final
order by store, assistant
