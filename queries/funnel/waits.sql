-- question: How long does it take from each stage to the next?
-- grain:    one row per stage and number of days; "reached": the next stage came after so long, else it has not yet
-- params:   $first date; $last date; $assistant varchar; $funnel varchar
-- columns:  stage varchar; days integer; reached boolean; customers integer
-- reads:    funnel_stages, entered
-- The stage named is the one waited for. What happened before entering took no time.
with stages as (
    select place, stage
    from funnel_stages($funnel)
),

entries as (
    select steps, entered_on, reached
    from entered($first, $last)
    where
        funnel = $funnel
        and is_of(assistant, $assistant)
),

waits as (
    select
        s.stage,
        s.place,
        e.reached >= s.place as reached,
        datediff(
            'day',
            greatest(e.steps[s.place - 1], e.entered_on),
            if(e.reached >= s.place, greatest(e.steps[s.place], e.entered_on), $last::date)
        )::integer as days,
    from entries as e
    inner join stages as s on s.place > 1 and s.place - 1 <= e.reached
),

final as (
    select stage, place, days, reached, count(*)::integer as customers
    from waits
    group by all
)

select * exclude (place) from final
order by place, days, reached
