-- The month's targets, and what there is to make them with.
-- noqa: disable=references.qualification,ambiguous.set_columns
-- (The parameters of a macro look like columns of nowhere.)

-- Every assistant's working days of the month of a day, with what was to be done on them: up to the day those
-- assessed, ahead those on duty without leave; in a store without a staff table whoever belongs to it on the day is
-- taken to stay, on the days that it is not closed.
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
        from roster(of_day, of_day) as d
        anti join staff as s on d.store = s.store
        cross join days_between(of_day::date + 1, last_day(of_day::date)) as c
        left join tasks as t on d.store = t.store and d.assistant = t.assistant and c.day = t.day
        anti join calendar as x on d.store = x.store and c.day = x.day and not x.open
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

-- The close, visit and valid rates that a target is reckoned back with: those "said", in this order; where nothing is
-- said, as "otherwise" says, the one "measured" of those who entered between the days, or the "benchmark".
-- And the customers who came between the days for each call that was made.
create or replace macro rates_asked(first_day, last_day, whose, said, otherwise) as table
    with measured as (
        select metric, sum(won) as won, sum(base) as base
        from rate_parts(first_day, last_day, 'cohort')
        where is_of(assistant, whose)
        group by metric
    ),

    aimed_at as (
        select metric, benchmark_of_all(benchmark, 1) as benchmark
        from benchmarks_on(last_day)
        group by metric
    ),

    typed as (
        select
            unnest(['close_rate', 'visit_rate', 'valid_rate']) as metric,
            unnest(said) as rate,
            otherwise as rate_from,
    )

    select
        t.metric,
        coalesce(t.rate, if(t.rate_from = 'benchmark', a.benchmark, m.won / nullif(m.base, 0))) as rate,
        if(t.rate is null, t.rate_from, 'typed') as rate_from,
    from typed as t
    left join measured as m on t.metric = m.metric
    left join aimed_at as a on t.metric = a.metric
    union all
    select
        'call_rate' as metric,
        sum(visited) / nullif(sum(calls) filter (where has_calls), 0) as rate,
        'measured' as rate_from,
    from daily
    where day between first_day and last_day and is_of(assistant, whose);

-- How many have to enter a step for so many to get through; a quotient that is a whole number may come out as a little
-- more.
create or replace macro steps_needed(wanted, rate) as
ceil(wanted / nullif(rate, 0) - 1e-9)::integer;
