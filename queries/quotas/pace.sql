-- question: How much of the month's work is done, and how much of the month is gone?
-- grain:    one row per store and assistant with a working day in the month
-- params:   $day date
-- columns:  store varchar; assistant varchar; calls_done integer; calls_target integer; invites_done integer; invites_target integer; elapsed_days integer; working_days integer
-- reads:    assessed, duty, days_between, rules_on, staff, tasks
-- Working days are the assessed days up to $day and, ahead, the days on duty without leave; in a store without a
-- staff table whoever is on duty on $day is taken to stay. Done is what was done on assessed days.
with elapsed as (
    select store, assistant, calls, call_quota, invites, invite_quota, 1 as elapsed
    from assessed(date_trunc('month', $day::date), $day)
),

staying as (
    select d.store, d.assistant, d.day, d.on_leave, d.task_calls, d.task_invites
    from duty($day::date + 1, last_day($day::date)) as d
    semi join staff as s on d.store = s.store
    union all
    select d.store, d.assistant, c.day, coalesce(t.on_leave, false) as on_leave, t.call_quota, t.invite_quota
    from duty($day, $day) as d
    anti join staff as s on d.store = s.store
    cross join days_between($day::date + 1, last_day($day::date)) as c
    left join tasks as t on d.store = t.store and d.assistant = t.assistant and c.day = t.day
),

ahead as (
    select
        s.store,
        s.assistant,
        coalesce(s.task_calls, r.call_quota) as call_quota,
        coalesce(s.task_invites, r.invite_quota) as invite_quota,
        0 as elapsed,
    from staying as s
    inner join rules_on($day::date + 1, last_day($day::date)) as r on s.store = r.store and s.day = r.day
    where not s.on_leave
),

month as (
    select * from elapsed
    union all by name
    select * from ahead
),

final as (
    select
        store,
        assistant,
        sum(calls)::integer as calls_done,
        sum(call_quota)::integer as calls_target,
        sum(invites)::integer as invites_done,
        sum(invite_quota)::integer as invites_target,
        sum(elapsed)::integer as elapsed_days,
        count(*)::integer as working_days,
    from month
    group by all
)

select * from final
order by store, assistant
