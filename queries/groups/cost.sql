-- question: What does a new A or B customer cost, against the baseline month?
-- grain:    one row per store
-- params:   $first date; $last date
-- columns:  store varchar; leads integer; leads_with_cost integer; cost_cny decimal(38,2); intent integer; per_intent_cny decimal(38,2); baseline_month date; baseline_leads integer; baseline_leads_with_cost integer; baseline_cost_cny decimal(38,2); baseline_intent integer; baseline_per_intent_cny decimal(38,2); saving double; saving_target double; state varchar
-- reads:    rules_on, leads, new_intent
-- "intent": graded A or B for the first time in these days. A cost that nobody wrote is null, not 0. "state": pass or
-- below, else why there is no verdict: no_baseline, baseline_late (not over before the period), cost_unknown, cost_gaps
-- (some leads are without one), nobody_new, baseline_free (leads cost nothing then) or no_target.
with asked as (
    select store, baseline_month, saving_target
    from rules_on($last, $last)
),

spans as (
    select store, 'now' as span, $first::date as first_on, $last::date as last_on from asked
    union all
    select store, 'before' as span, baseline_month as first_on, last_day(baseline_month) as last_on from asked
),

spent as (
    select
        s.store,
        s.span,
        count(l.store)::integer as leads,
        count(l.cost)::integer as leads_with_cost,
        sum(l.cost) as cost,
    from spans as s
    left join leads as l on s.store = l.store and l.day between s.first_on and s.last_on
    group by all
),

won as (
    select s.store, s.span, count(n.customer_key)::integer as intent
    from spans as s
    left join new_intent as n on s.store = n.store and n.intent_on between s.first_on and s.last_on
    group by all
),

sides as (
    select s.*, w.intent, (s.cost / nullif(w.intent, 0))::decimal(38, 2) as per_intent
    from spent as s
    inner join won as w on s.store = w.store and s.span = w.span
),

final as (
    select
        a.store,
        n.leads,
        n.leads_with_cost,
        n.cost as cost_cny,
        n.intent,
        n.per_intent as per_intent_cny,
        a.baseline_month,
        if(a.baseline_month is null, null, b.leads) as baseline_leads,
        if(a.baseline_month is null, null, b.leads_with_cost) as baseline_leads_with_cost,
        b.cost as baseline_cost_cny,
        if(a.baseline_month is null, null, b.intent) as baseline_intent,
        b.per_intent as baseline_per_intent_cny,
        a.saving_target,
        case
            when a.baseline_month is null then 'no_baseline'
            when last_day(a.baseline_month) >= $first::date then 'baseline_late'
            when least(n.leads_with_cost, b.leads_with_cost) = 0 then 'cost_unknown'
            when n.leads_with_cost < n.leads or b.leads_with_cost < b.leads then 'cost_gaps'
            when least(n.intent, b.intent) = 0 then 'nobody_new'
            when b.cost = 0 then 'baseline_free'
        end as obstacle,
        if(
            obstacle is null,
            (b.cost * n.intent - n.cost * b.intent)::double / nullif(b.cost * n.intent, 0)::double,
            null
        ) as saving,
        coalesce(
            obstacle,
            case
                when a.saving_target is null then 'no_target'
                else if(saving >= a.saving_target, 'pass', 'below')
            end
        ) as state,
    from asked as a
    inner join sides as n on a.store = n.store and n.span = 'now'
    inner join sides as b on a.store = b.store and b.span = 'before'
)

select
    * exclude (obstacle, saving_target, saving, state),
    saving,
    saving_target,
    state,
from final
order by store asc
