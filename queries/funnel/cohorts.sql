-- question: Do those who came later get as far as those who came before?
-- grain:    one row per week of entering, from Monday on; "settled": all of them can be judged
-- params:   $first date; $last date; $assistant varchar; $funnel varchar
-- columns:  week date; stage varchar; customers integer; settled boolean
-- reads:    funnel_stages, entered
with stages as (
    select place, stage
    from funnel_stages($funnel)
),

entries as (
    select date_trunc('week', entered_on)::date as week, reached, is_open
    from entered($first, $last)
    where
        funnel = $funnel
        and is_of(assistant, $assistant)
),

final as (
    select
        e.week,
        s.stage,
        s.place,
        (count(*) filter (where s.place <= e.reached))::integer as customers,
        not bool_or(e.is_open) as settled,
    from entries as e
    cross join stages as s
    group by all
)

select * exclude (place) from final
order by week, place
