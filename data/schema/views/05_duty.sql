-- Who is on duty.
-- noqa: disable=references.qualification
-- (The parameters of a macro look like columns of nowhere.)

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

-- Who belongs to a store on which day, open or closed: whom the staff table employs as an assistant; besides, whoever
-- handed in a log or has a task that day and, in a store without a staff table, handed in within the 14 days before.
-- Not among them, whatever they hand in: managers, operators, and whom the staff table knows but not for that day.
create or replace macro roster(first_day, last_day) as table
    with dates as (
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
        inner join dates as c on e.starts_on <= c.day and e.ends_on > c.day
        where e.role = 'assistant'
        union all
        select distinct o.store, o.assistant, c.day
        from outsiders as o
        inner join dates as c on o.day <= c.day and o.until_day >= c.day
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

-- Who is on duty on which day, with or without leave: the roster, but on a day on which the calendar closes the store
-- only those who handed in a log all the same.
create or replace macro duty(first_day, last_day) as table
    with closed as (
        select store, day
        from calendar
        where not open and day between first_day::date and last_day::date
    ),

    came as (
        select distinct store, assistant, day
        from daily
        where (has_calls or has_invites) and day between first_day::date and last_day::date
    )

    select r.*
    from roster(first_day, last_day) as r
    left join closed as x on r.store = x.store and r.day = x.day
    left join came as k on r.store = k.store and r.assistant = k.assistant and r.day = k.day
    where x.day is null or k.day is not null;
