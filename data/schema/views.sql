-- Definitions that several questions share, on top of the scoped views.
-- noqa: disable=references.qualification
-- (The parameters of a macro look like columns of nowhere.)

-- The stores that the cursor may see, with or without rows.
create or replace view scope as
select unnest(getvariable('allowed_stores')) as store;

create or replace macro days_between(first_day, last_day) as table
    select unnest(generate_series(first_day::date, last_day::date, interval 1 day))::date as day;

-- What each rule says per store, from starts_on up to the day before ends_on: the store's own value, else the one
-- for all stores; of these the last to become valid, of the same day the last set. A null value takes one's own back.
create or replace macro rules_between(first_day, last_day) as table
    with turns as (
        select store, first_day::date as starts_on
        from scope
        union
        select s.store, r.valid_from
        from rules as r
        inner join scope as s on r.store in ('', s.store)
        where r.valid_from > first_day::date and r.valid_from <= last_day::date
    ),

    valid as (
        select
            t.store,
            t.starts_on,
            r.name,
            last(r.value order by r.valid_from, r.set_at) filter (where r.store = '') as general,
            last(r.value order by r.valid_from, r.set_at) filter (where r.store <> '') as own,
        from turns as t
        inner join rules as r on r.store in ('', t.store) and t.starts_on >= r.valid_from
        group by all
    ),

    ends as (
        select store, starts_on, lead(starts_on) over (partition by store order by starts_on) as ends_on
        from turns
    ),

    final as (
        select
            v.store,
            v.starts_on,
            coalesce(e.ends_on, last_day::date + 1) as ends_on,
            v.name,
            coalesce(v.own, v.general) as value,
            v.own is not null as is_own,
        from valid as v
        inner join ends as e on v.store = e.store and v.starts_on = e.starts_on
    )

    select * from final;

-- One row per store and day: the rules that the figures need, typed. Money that is off is null.
create or replace macro rules_on(first_day, last_day) as table
    with wide as (
        select
            store,
            starts_on,
            ends_on,
            max(value) filter (where name = 'call_quota')::integer as call_quota,
            max(value) filter (where name = 'invite_quota')::integer as invite_quota,
            bool_or(is_own) filter (where name = 'call_quota') as own_call_quota,
            bool_or(is_own) filter (where name = 'invite_quota') as own_invite_quota,
            max(value) filter (where name = 'invites_count') as invites_count,
            max(value) filter (where name = 'visit_relief')::integer as visit_relief,
            max(value) filter (where name = 'invite_floor')::integer as invite_floor,
            max(value) filter (where name = 'invite_extra_cap')::integer as invite_extra_cap,
            max(value) filter (where name = 'redistribute') = 'on' as redistribute,
            max(value) filter (where name = 'meeting_time')::time as meeting_time,
            string_split(max(value) filter (where name = 'required_logs'), '+') as required_logs,
            try_cast(max(value) filter (where name = 'reward_pass') as decimal(18, 2)) as reward_pass,
            try_cast(max(value) filter (where name = 'penalty_per_missing_call') as decimal(18, 2)) as call_penalty,
            try_cast(max(value) filter (where name = 'penalty_per_missing_invite') as decimal(18, 2)) as invite_penalty,
            try_cast(max(value) filter (where name = 'penalty_cap') as decimal(18, 2)) as penalty_cap,
            max(value) filter (where name = 'hint_min_calls')::integer as hint_min_calls,
            max(value) filter (where name = 'hint_repeat_share')::double as hint_repeat_share,
            max(value) filter (where name = 'hint_short_seconds')::integer as hint_short_seconds,
            max(value) filter (where name = 'hint_short_share')::double as hint_short_share,
            max(value) filter (where name = 'hint_last_minutes')::integer as hint_last_minutes,
            max(value) filter (where name = 'hint_last_share')::double as hint_last_share,
            max(value) filter (where name = 'hint_invalid_share')::double as hint_invalid_share,
        from rules_between(first_day, last_day)
        group by all
    )

    select c.day, w.* exclude (starts_on, ends_on)
    from days_between(first_day, last_day) as c
    inner join wide as w on c.day >= w.starts_on and c.day < w.ends_on;

-- Who was employed as what, in stretches that don't overlap, from starts_on up to the day before ends_on.
-- Where rows of the staff table overlap, the one hired last holds.
create or replace view spells as
with employed as (
    select
        store,
        assistant,
        coalesce(role, 'assistant') as role,
        coalesce(hired_on, date '0001-01-01') as hired_on,
        coalesce(left_on, date '9999-12-30') as left_on,
    from staff
),

edges as (
    select store, assistant, hired_on as starts_on from employed
    union
    select store, assistant, left_on + 1 as starts_on from employed
),

stretches as (
    select
        store,
        assistant,
        starts_on,
        lead(starts_on) over (partition by store, assistant order by starts_on) as ends_on,
    from edges
)

select s.store, s.assistant, s.starts_on, s.ends_on, arg_max(e.role, e.hired_on) as role
from stretches as s
inner join employed as e
    on s.store = e.store and s.assistant = e.assistant and s.starts_on between e.hired_on and e.left_on
group by all;

-- Who is on duty on which day, with or without leave: whom the staff table employs as an assistant; besides, whoever
-- handed in a log or has a task that day and, in a store without a staff table, handed in within the 14 days before.
-- Not on duty, whatever they hand in: managers, operators, and whom the staff table knows but not for that day.
create or replace macro duty(first_day, last_day) as table
    with calendar as (
        select day from days_between(first_day, last_day)
    ),

    employed as (
        select * from spells
    ),

    planned as (
        select * from tasks
        where day between first_day::date and last_day::date
    ),

    active as (
        select store, assistant, day
        from daily
        where (has_calls or has_invites) and day between first_day::date - 14 and last_day::date
    ),

    seen as (
        select store, assistant, day, day as until_day
        from planned
        union all
        select store, assistant, day, day as until_day
        from active
        union all
        select a.store, a.assistant, a.day, a.day + 14 as until_day
        from active as a
        anti join staff as s on a.store = s.store
    ),

    outsiders as (
        select s.store, s.assistant, s.day, s.until_day
        from seen as s
        anti join staff as k on s.store = k.store and s.assistant = k.assistant
        union all
        select s.store, s.assistant, s.day, s.day as until_day
        from seen as s
        semi join employed as k
            on
                s.store = k.store
                and s.assistant = k.assistant
                and s.day >= k.starts_on
                and s.day < k.ends_on
                and k.role = 'other'
    ),

    present as (
        select e.store, e.assistant, c.day
        from employed as e
        inner join calendar as c on e.starts_on <= c.day and e.ends_on > c.day
        where e.role = 'assistant'
        union all
        select distinct o.store, o.assistant, c.day
        from outsiders as o
        inner join calendar as c on o.day <= c.day and o.until_day >= c.day
    )

    select
        p.store,
        p.assistant,
        p.day,
        coalesce(t.on_leave, false) as on_leave,
        t.call_quota as task_calls,
        t.invite_quota as task_invites,
        t.visit_quota,
    from present as p
    left join planned as t on p.store = t.store and p.assistant = t.assistant and p.day = t.day;

-- The arithmetic of the quotas, one row per assistant and day on duty without leave. A store is assessed from the
-- first day in a year on which it handed in anything: before that, nothing could be missing.
create or replace macro assessed(first_day, last_day) as table
    with handed as (
        select *
        from daily
        where (has_calls or has_invites) and day between first_day::date and last_day::date
    ),

    begun as (
        select store, min(day) as begun_on
        from daily
        where (has_calls or has_invites) and day between first_day::date - 366 and last_day::date
        group by store
    ),

    known as (
        select
            d.* exclude (on_leave),
            r.* exclude (store, day),
            case when f.has_calls then f.calls end as calls,
            case when r.invites_count = 'joined' then f.invites_joined else f.invites_agreed end as invites,
            f.visits_agreed,
            case
                when d.task_invites is null and f.visits_agreed > 0
                    then greatest(least(r.visit_relief * f.visits_agreed, r.invite_quota - r.invite_floor), 0)
                else 0
            end as relief,
            r.redistribute and d.task_invites is null and coalesce(f.visits_agreed, 0) = 0 as shares,
        from duty(first_day, last_day) as d
        inner join rules_on(first_day, last_day) as r on d.store = r.store and d.day = r.day
        left join handed as f on d.store = f.store and d.assistant = f.assistant and d.day = f.day
        left join begun as b on d.store = b.store
        where not d.on_leave and d.day >= coalesce(b.begun_on, d.day)
    ),

    pools as (
        select
            store,
            day,
            sum(relief)::integer as released,
            list(assistant order by assistant) filter (where shares) as takers,
        from known
        group by all
    ),

    shared as (
        select
            k.*,
            p.released,
            coalesce(len(p.takers), 0)::integer as sharers,
            case
                when k.shares and p.released > 0
                    then least(
                        k.invite_extra_cap,
                        p.released // nullif(len(p.takers), 0)
                        + (list_position(p.takers, k.assistant) <= p.released % nullif(len(p.takers), 0))::integer
                    )
                else 0
            end::integer as extra,
        from known as k
        inner join pools as p on k.store = p.store and k.day = p.day
    ),

    quotas as (
        select
            *,
            coalesce(task_calls, call_quota) as calls_due,
            coalesce(task_invites, invite_quota - relief + extra) as invites_due,
            coalesce(calls >= calls_due and invites >= invites_due, false) as passed,
            greatest(calls_due - calls, 0) * coalesce(call_penalty, 0)
            + greatest(invites_due - invites, 0) * coalesce(invite_penalty, 0) as penalty,
        from shared
    ),

    final as (
        select
            day,
            store,
            assistant,
            calls,
            calls_due as call_quota,
            invites,
            invites_due as invite_quota,
            visits_agreed,
            visit_quota,
            passed,
            case
                when calls is null or invites is null then null
                when coalesce(reward_pass, call_penalty, invite_penalty, penalty_cap) is null then null
                when passed then coalesce(reward_pass, 0)
                else -least(penalty, penalty_cap)
            end::decimal(18, 2) as reward_cny,
            case when task_calls is not null then 'tasks' when own_call_quota then 'store' else 'default' end
                as call_quota_from,
            case when task_invites is not null then 'tasks' when own_invite_quota then 'store' else 'default' end
                as invite_quota_from,
            coalesce(task_invites, invite_quota) as base_invite_quota,
            relief,
            extra,
            released,
            sharers,
        from quotas
    )

    select * from final;

-- What was assessed in the 30 days up to a day, each with the assistant's streak on that day: the days passed in a
-- row, at most a year back. Leave and days off duty are skipped.
create or replace macro standing(as_of) as table
    with year as (
        select * from assessed(as_of::date - 365, as_of)
    ),

    failed as (
        select store, assistant, max(day) as failed_on
        from year
        where not passed
        group by all
    ),

    streaks as (
        select y.store, y.assistant, count(*) filter (where y.day > f.failed_on or f.failed_on is null) as streak
        from year as y
        left join failed as f on y.store = f.store and y.assistant = f.assistant
        group by all
    )

    select y.*, s.streak::integer as streak
    from year as y
    inner join streaks as s on y.store = s.store and y.assistant = s.assistant
    where y.day > as_of::date - 30;

-- The figures of a day, in the order they are read out; none without a store to see.
create or replace view figure_names as
select
    unnest(['calls', 'invites', 'visits_agreed', 'visited', 'orders']) as figure,
    unnest(range(5)) as place,
where exists (from scope);

-- The day's figures of the whole scope, one row per day with any row and figure. Null: no log says it.
create or replace macro figures(first_day, last_day) as table
    with days as (
        select
            f.day,
            sum(f.calls) filter (where f.has_calls)::integer as calls,
            sum(case when r.invites_count = 'joined' then f.invites_joined else f.invites_agreed end)
            filter (where f.has_calls or f.has_invites)::integer as invites,
            sum(f.visits_agreed) filter (where f.has_calls or f.has_invites)::integer as visits_agreed,
            sum(f.visited) filter (where f.has_invites or f.visited > 0)::integer as visited,
            sum(f.closed) filter (where f.has_invites or f.closed > 0)::integer as orders,
            sum(f.amount_cny) filter (where f.has_invites or f.closed > 0)::decimal(18, 2) as amount_cny,
        from daily as f
        inner join rules_on(first_day, last_day) as r on f.store = r.store and f.day = r.day
        where f.day between first_day::date and last_day::date
        group by f.day
    )

    select day, 'calls' as figure, calls as value, null::decimal(18, 2) as amount_cny from days
    union all
    select day, 'invites' as figure, invites as value, null as amount_cny from days
    union all
    select day, 'visits_agreed' as figure, visits_agreed as value, null as amount_cny from days
    union all
    select day, 'visited' as figure, visited as value, null as amount_cny from days
    union all
    select day, 'orders' as figure, orders as value, amount_cny from days;
