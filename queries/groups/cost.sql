-- question: What does a new A or B customer cost, against the baseline month?
-- grain:    one row per store
-- params:   $first date; $last date
-- columns:  store varchar; leads integer; leads_with_cost integer; cost_cny decimal(38,2); intent integer; per_intent_cny decimal(38,2); baseline_month date; baseline_leads integer; baseline_leads_with_cost integer; baseline_cost_cny decimal(38,2); baseline_intent integer; baseline_per_intent_cny decimal(38,2); saving double; saving_target double; state varchar
-- reads:    rules_on, intent_costs
-- "intent": graded A or B for the first time in these days. A cost that nobody wrote is null, not 0. "state": pass or
-- below, else why there is no verdict: no_baseline, baseline_late (not over before the period), cost_unknown, cost_gaps
-- (some leads are without one), nobody_new, baseline_free (leads cost nothing then) or no_target.
with sides as (
    select
        n.store,
        n.leads,
        n.leads_with_cost,
        n.cost_cny,
        n.intent,
        n.per_intent_cny,
        r.baseline_month,
        if(r.baseline_month is null, null, b.leads) as baseline_leads,
        if(r.baseline_month is null, null, b.leads_with_cost) as baseline_leads_with_cost,
        b.cost_cny as baseline_cost_cny,
        if(r.baseline_month is null, null, b.intent) as baseline_intent,
        b.per_intent_cny as baseline_per_intent_cny,
        r.saving_target,
        case
            when r.baseline_month is null then 'no_baseline'
            when last_day(r.baseline_month) >= $first::date then 'baseline_late'
            when least(n.leads_with_cost, b.leads_with_cost) = 0 then 'cost_unknown'
            when n.leads_with_cost < n.leads or b.leads_with_cost < b.leads then 'cost_gaps'
            when least(n.intent, b.intent) = 0 then 'nobody_new'
            when b.cost_cny = 0 then 'baseline_free'
        end as obstacle,
        b.cost_cny * n.intent as would_cost,
    from intent_costs($first, $last) as n
    inner join intent_costs($first, $last) as b on n.store = b.store and b.span = 'before'
    inner join rules_on($last, $last) as r on n.store = r.store
    where n.span = 'now'
),

final as (
    select
        * exclude (saving_target, obstacle, would_cost),
        case
            when obstacle is null
                then (would_cost - cost_cny * baseline_intent)::double / nullif(would_cost, 0)::double
        end as saving,
        saving_target,
        case
            when obstacle is not null then obstacle
            when saving_target is null then 'no_target'
            else if(saving >= saving_target, 'pass', 'below')
        end as state,
    from sides
)

select * from final
order by store asc
