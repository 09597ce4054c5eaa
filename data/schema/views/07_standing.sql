-- How long somebody has kept it up, and the figures of a day.
-- noqa: disable=references.qualification
-- (The parameters of a macro look like columns of nowhere.)

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

-- The day's figures of each store, one row per store and day with any row. Null: no log says it.
create or replace macro figures_by_store(first_day, last_day) as table
    select
        f.store,
        f.day,
        sum(f.calls) filter (where f.has_calls)::integer as calls,
        sum(case when r.invites_count = 'joined' then f.invites_joined else f.invites_agreed end)
        filter (where f.has_calls or f.has_invites)::integer as invites,
        sum(f.invites_joined) filter (where f.has_invites or f.invites_joined > 0)::integer as joined,
        sum(f.visits_agreed) filter (where f.has_calls or f.has_invites)::integer as visits_agreed,
        sum(f.visited) filter (where f.has_invites or f.has_visits or f.visited > 0)::integer as visited,
        sum(f.closed) filter (where f.has_invites or f.has_visits or f.has_orders or f.closed > 0)::integer as orders,
        sum(f.amount_cny) filter (
            where f.has_invites or f.has_visits or f.has_orders or f.closed > 0
        )::decimal(18, 2) as amount_cny,
    from daily as f
    inner join rules_on(first_day, last_day) as r on f.store = r.store and f.day = r.day
    where f.day between first_day::date and last_day::date
    group by f.store, f.day;

-- The same of the whole scope, one row per day and figure.
create or replace macro figures(first_day, last_day) as table
    with days as (
        select
            day,
            sum(calls)::integer as calls,
            sum(invites)::integer as invites,
            sum(visits_agreed)::integer as visits_agreed,
            sum(visited)::integer as visited,
            sum(orders)::integer as orders,
            sum(amount_cny)::decimal(18, 2) as amount_cny,
        from figures_by_store(first_day, last_day)
        group by day
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
