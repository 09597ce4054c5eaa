-- question: How far has this customer come, and when?
-- grain:    one row per store, funnel and stage, in order; a null day: not got there
-- params:   $customer ubigint
-- columns:  store varchar; funnel varchar; stage varchar; day date
-- reads:    journeys, funnel_stages
with walked as (
    select store, funnel, steps
    from journeys
    where customer_key = $customer
),

stages as (
    select 'leads' as funnel, place, stage
    from funnel_stages('leads')
    union all
    select 'campaign' as funnel, place, stage
    from funnel_stages('campaign')
),

final as (
    select w.store, w.funnel, s.stage, w.steps[s.place] as day, s.place
    from walked as w
    inner join stages as s on w.funnel = s.funnel
)

select * exclude (place) from final
order by store asc, funnel desc, place asc
