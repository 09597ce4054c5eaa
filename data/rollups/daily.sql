-- An assistant's day in figures, for the stores and days in the temporary table "counted"; "outcomes" holds what
-- happened on them.
with called as (
    select f.*, coalesce(m.customer_key, f.contact_key) as customer_key,
    from raw.live_calls as f
    semi join counted as t on f.store = t.store and f.day = t.day
    left join raw.customer_map as m on f.contact_key = m.contact_key
),

invited as (
    select f.*, coalesce(m.customer_key, f.contact_key) as customer_key,
    from raw.invites_current as f
    semi join counted as t on f.store = t.store and f.day = t.day
    left join raw.customer_map as m on f.contact_key = m.contact_key
),

calls as (
    select
        store,
        assistant,
        day,
        count(*) as calls,
        count(distinct customer_key) as unique_numbers,
        count(*) filter (where outcome = 'connected') as connected,
        count(*) filter (where outcome <> 'other') as known_outcomes,
        count(*) filter (where outcome = 'invalid') as invalid_numbers,
    from called
    group by all
),

agreed as (
    select store, assistant, day, customer_key, group_agreed as to_group, visit_agreed as to_visit,
    from called
    union all
    select
        store,
        assistant,
        day,
        customer_key,
        agreed_to in ('group', 'both') as to_group,
        agreed_to in ('visit', 'both') as to_visit,
    from invited
),

agreements as (
    select
        store,
        assistant,
        day,
        count(distinct customer_key) filter (where to_group) as invites_agreed,
        count(distinct customer_key) filter (where to_visit) as visits_agreed,
    from agreed
    group by all
),

happened as (
    select
        store,
        assistant,
        day,
        count(distinct who) filter (where what = 'joined') as invites_joined,
        count(distinct who) filter (where what = 'visited') as visited,
        count(distinct who) filter (where what = 'closed') as closed,
        sum(amount) as amount_cny,
    from outcomes
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
    select store, assistant, day from happened
),

final as (
    select
        d.store,
        d.assistant,
        d.day,
        coalesce(c.calls, 0) as calls,
        coalesce(c.unique_numbers, 0) as unique_numbers,
        coalesce(c.connected, 0) as connected,
        coalesce(c.known_outcomes, 0) as known_outcomes,
        coalesce(c.invalid_numbers, 0) as invalid_numbers,
        coalesce(a.invites_agreed, 0) as invites_agreed,
        coalesce(o.invites_joined, 0) as invites_joined,
        coalesce(a.visits_agreed, 0) as visits_agreed,
        coalesce(o.visited, 0) as visited,
        coalesce(o.closed, 0) as closed,
        coalesce(o.amount_cny, 0) as amount_cny,
        coalesce(l.has_calls, false) as has_calls,
        coalesce(l.has_invites, false) as has_invites,
        coalesce(l.has_visits, false) as has_visits,
        coalesce(l.has_orders, false) as has_orders,
    from days as d
    left join calls as c on d.store = c.store and d.assistant = c.assistant and d.day = c.day
    left join agreements as a on d.store = a.store and d.assistant = a.assistant and d.day = a.day
    left join happened as o on d.store = o.store and d.assistant = o.assistant and d.day = o.day
    left join logs as l on d.store = l.store and d.assistant = l.assistant and d.day = l.day
)

select * from final
