-- The month's targets, and what there is to make them with.
-- noqa: disable=references.qualification,ambiguous.set_columns
-- (The parameters of a macro look like columns of nowhere.)

-- Every assistant's working days of the month of a day, with what was to be done on them: up to the day those assessed,
-- ahead those on duty without leave; in a store without a staff table whoever is on duty on the day is taken to stay.
create or replace macro month_of_work(of_day) as table
    with elapsed as (
        select store, assistant, day, calls, call_quota, invites, invite_quota
        from assessed(date_trunc('month', of_day::date), of_day)
    ),

    staying as (
        select d.store, d.assistant, d.day, d.on_leave, d.task_calls, d.task_invites
        from duty(of_day::date + 1, last_day(of_day::date)) as d
        semi join staff as s on d.store = s.store
        union all
        select d.store, d.assistant, c.day, coalesce(t.on_leave, false) as on_leave, t.call_quota, t.invite_quota
        from duty(of_day, of_day) as d
        anti join staff as s on d.store = s.store
        cross join days_between(of_day::date + 1, last_day(of_day::date)) as c
        left join tasks as t on d.store = t.store and d.assistant = t.assistant and c.day = t.day
    ),

    ahead as (
        select
            s.store,
            s.assistant,
            s.day,
            coalesce(s.task_calls, r.call_quota) as call_quota,
            coalesce(s.task_invites, r.invite_quota) as invite_quota,
        from staying as s
        inner join rules_on(of_day::date + 1, last_day(of_day::date)) as r on s.store = r.store and s.day = r.day
        where not s.on_leave
    )

    select * from elapsed
    union all by name
    select * from ahead;

-- What each assistant and, without an assistant, each store is to bring in the month of a day. A store without a
-- target of its own is to bring what its assistants are.
create or replace macro targets_of_month(of_day) as table
    with said as (
        select store, assistant, orders, revenue, leads
        from targets
        where month = date_trunc('month', of_day::date)
    ),

    own as (
        select store, orders, revenue, leads from said where assistant is null
    ),

    summed as (
        select store, sum(orders) as orders, sum(revenue) as revenue, sum(leads) as leads
        from said
        where assistant is not null
        group by store
    )

    select * from said where assistant is not null
    union all by name
    select
        coalesce(o.store, s.store) as store,
        coalesce(o.orders, s.orders)::integer as orders,
        coalesce(o.revenue, s.revenue)::decimal(18, 2) as revenue,
        coalesce(o.leads, s.leads)::integer as leads,
    from own as o
    full join summed as s on o.store = s.store;

-- The last 60 days with data up to a day, cut into stretches as long as what is left of its month, or as long as there
-- is data: "back" 0 is what is left. "days" are those of all stretches before.
create or replace macro stretches(of_day) as table
    with seen as (
        select store, least(datediff('day', min(day), any_value(of_day::date)) + 1, 60)::integer as days_known
        from daily
        where day between of_day::date - 365 and of_day::date
        group by store
    ),

    spans as (
        select
            store,
            days_known,
            datediff('day', of_day::date, last_day(of_day::date))::integer as days_left,
            greatest(least(days_left, days_known), 1)::integer as length,
            unnest(range(days_known // length + 1))::integer as back,
        from seen
    )

    select
        store,
        back,
        (of_day::date - back * length)::date as begins_on,
        (begins_on + length)::date as ends_on,
        days_known // length * length as days,
        days_left,
        days_known,
    from spans;

-- Who was open when each stretch began, of those who had come in the 90 days up to it, how far they had come by then
-- (visited; agreed to visit; spoke, or is valid; merely known), and whether they had ordered by its end.
create or replace macro pipelines(of_day) as table
    select
        c.store,
        c.holder as assistant,
        case
            when c.visited_on <= s.begins_on then 'visited'
            when c.invited_on <= s.begins_on then 'invited'
            when least(c.valid_on, c.connected_on, c.agreed_on, c.joined_on) <= s.begins_on then 'contact'
            else 'known'
        end as part,
        s.back = 0 as is_now,
        s.back > 0 and coalesce(c.ordered_on <= s.ends_on, false) as has_ordered,
    from customer_state as c
    inner join stretches(of_day) as s on c.store = s.store
    where c.first_on between s.begins_on - 89 and s.begins_on and coalesce(c.ordered_on > s.begins_on, true);

-- How many have to enter a step for so many to get through; a quotient that is a whole number may come out as a little
-- more.
create or replace macro steps_needed(wanted, rate) as
ceil(wanted / nullif(rate, 0) - 1e-9)::integer;
