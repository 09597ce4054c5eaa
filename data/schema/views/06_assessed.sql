-- Who reached the quota.
-- noqa: disable=references.qualification
-- (The parameters of a macro look like columns of nowhere.)

-- By how much visits lessen the invite quota: never below the floor.
create or replace macro relief_for(visits, visit_relief, invite_quota, invite_floor) as
if(coalesce(visits, 0) > 0, greatest(least(visit_relief * visits, invite_quota - invite_floor), 0), 0);

-- What one of those who share (in order) takes of the invites released, at most the cap; units left over go by order.
create or replace macro share_of(released, takers, assistant, cap) as
coalesce(
    least(
        cap,
        released // nullif(len(takers), 0)
        + (list_position(takers, assistant) <= released % nullif(len(takers), 0))::integer
    ),
    0
);

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
            if(
                d.task_invites is null,
                relief_for(f.visits_agreed, r.visit_relief, r.invite_quota, r.invite_floor),
                0
            ) as relief,
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
            if(k.shares, share_of(p.released, p.takers, k.assistant, k.invite_extra_cap), 0)::integer as extra,
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
