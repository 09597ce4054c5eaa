-- What it costs to win a customer who may buy.
-- noqa: disable=references.qualification
-- (The parameters of a macro look like columns of nowhere.)

-- Since when a customer has been A or B, in any log, whatever came after.
create or replace view new_intent as
select store, customer_key, min(day) as intent_on
from grade_turns
where left(grade, 1) in ('A', 'B')
group by all;

-- What each store's leads cost between two days ("now") and in its baseline month ("before"; null without one), and how
-- many customers were first graded A or B in these days. A cost that nobody wrote is null, not 0.
create or replace macro intent_costs(first_day, last_day) as table
    with spans as (
        select store, 'now' as span, first_day::date as first_on, last_day::date as last_on
        from scope
        union all
        select store, 'before' as span, baseline_month as first_on, last_day(baseline_month) as last_on
        from rules_on(last_day, last_day)
    ),

    spent as (
        select
            s.store,
            s.span,
            count(l.store)::integer as leads,
            count(l.cost)::integer as leads_with_cost,
            sum(l.cost) as cost_cny,
        from spans as s
        left join leads as l on s.store = l.store and l.day between s.first_on and s.last_on
        group by all
    ),

    won as (
        select s.store, s.span, count(n.customer_key)::integer as intent
        from spans as s
        left join new_intent as n on s.store = n.store and n.intent_on between s.first_on and s.last_on
        group by all
    )

    select s.*, w.intent, (s.cost_cny / nullif(w.intent, 0))::decimal(38, 2) as per_intent_cny
    from spent as s
    inner join won as w on s.store = w.store and s.span = w.span;
