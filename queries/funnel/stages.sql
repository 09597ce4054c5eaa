-- question: How many customers got to each stage?
-- grain:    one row per stage of the funnel (leads or campaign), in order
-- params:   $first date; $last date; $assistant varchar; $funnel varchar
-- columns:  stage varchar; customers integer
-- reads:    funnel_stages, entered
with stages as (
    select place, stage
    from funnel_stages($funnel)
),

entries as (
    select reached
    from entered($first, $last)
    where
        funnel = $funnel
        and is_of(assistant, $assistant)
),

final as (
    select s.stage, s.place, count(e.reached)::integer as customers
    from stages as s
    left join entries as e on s.place <= e.reached
    group by all
)

select * exclude (place) from final
order by place
