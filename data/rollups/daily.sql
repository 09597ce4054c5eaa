-- An assistant's day in figures, for the stores and days in the temporary table "counted": see raw.told. A row
-- that is believed but names no amount takes it from the next log that does, unless another that is believed names one.
with told as (
    select t.what, t.day, t.store, t.assistant, t.who, t.weight, t.amount, t.outcome, t.to_group, t.to_visit
    from raw.told as t
    semi join counted as c on t.store = c.store and t.day = c.day
    where
        t.day between getvariable('counted_from') and getvariable('counted_to')
        and list_contains(getvariable('logs_at_hand'), t.kind)
),

believed as (
    select * from told
    where weight is null
    union all
    select
        * replace (
            if(
                max(weight) filter (where amount is not null) over same < weight,
                arg_max(amount, weight) over same,
                amount
            ) as amount
        ),
    from told
    where weight is not null
    window same as (partition by store, day, who, what)
    qualify raw.believed(weight, store, day, who, what)
),

-- What each customer did in an assistant's day, once.
dealings as (
    select
        store,
        assistant,
        day,
        who,
        count(*) filter (where what = 'called') as calls,
        count(*) filter (where what = 'called' and outcome = 'connected') as connected,
        count(*) filter (where what = 'called' and outcome <> 'other') as known_outcomes,
        count(*) filter (where what = 'called' and outcome = 'invalid') as invalid_numbers,
        bool_or(to_group) as to_group,
        bool_or(to_visit) as to_visit,
        bool_or(what = 'joined') as joined,
        bool_or(what = 'visited') as visited,
        bool_or(what = 'closed') as closed,
        sum(amount) as amount_cny,
    from believed
    group by all
),

figures as (
    select
        store,
        assistant,
        day,
        sum(calls) as calls,
        count(who) filter (where calls > 0) as unique_numbers,
        sum(connected) as connected,
        sum(known_outcomes) as known_outcomes,
        sum(invalid_numbers) as invalid_numbers,
        count(who) filter (where to_group) as invites_agreed,
        count(who) filter (where joined) as invites_joined,
        count(who) filter (where to_visit) as visits_agreed,
        count(who) filter (where visited) as visited,
        count(who) filter (where closed) as closed,
        sum(amount_cny) as amount_cny,
    from dealings
    group by all
),

logs as (
    select
        h.store,
        h.assistant,
        h.day,
        bool_or(h.kind = 'calls') as has_calls,
        bool_or(h.kind = 'invites') as has_invites,
        bool_or(h.kind = 'visits') as has_visits,
        bool_or(h.kind = 'orders') as has_orders,
    from raw.handed_in as h
    semi join counted as t on h.store = t.store and h.day = t.day
    group by all
),

days as (
    select store, assistant, day from logs
    union
    select store, assistant, day from figures
),

final as (
    select
        d.store,
        d.assistant,
        d.day,
        coalesce(f.calls, 0) as calls,
        coalesce(f.unique_numbers, 0) as unique_numbers,
        coalesce(f.connected, 0) as connected,
        coalesce(f.known_outcomes, 0) as known_outcomes,
        coalesce(f.invalid_numbers, 0) as invalid_numbers,
        coalesce(f.invites_agreed, 0) as invites_agreed,
        coalesce(f.invites_joined, 0) as invites_joined,
        coalesce(f.visits_agreed, 0) as visits_agreed,
        coalesce(f.visited, 0) as visited,
        coalesce(f.closed, 0) as closed,
        coalesce(f.amount_cny, 0) as amount_cny,
        coalesce(l.has_calls, false) as has_calls,
        coalesce(l.has_invites, false) as has_invites,
        coalesce(l.has_visits, false) as has_visits,
        coalesce(l.has_orders, false) as has_orders,
    from days as d
    left join figures as f on d.store = f.store and d.assistant = f.assistant and d.day = f.day
    left join logs as l on d.store = l.store and d.assistant = l.assistant and d.day = l.day
)

select * from final
