-- question: How soon is a new lead spoken to?
-- grain:    one row per store and assistant with leads in the days
-- params:   $first date; $last date; $assistant varchar
-- columns:  store varchar; assistant varchar; leads integer; touched integer; p50_days double; p95_days double; over_a_day integer; waiting integer
-- reads:    entered
-- The first call, invite, visit or service from the lead's day on. Whom somebody had touched before is no new lead here.
-- Waiting: nobody has touched them, and they haven't ordered either.
with entries as (
    select store, assistant, entered_on, reached, if(first_touch_on <= $last::date, first_touch_on, null) as touched_on
    from entered($first, $last)
    where
        funnel = 'leads' and coalesce(first_touch_on >= entered_on, true)
        and is_of(assistant, $assistant)
),

timed as (
    select *, datediff('day', entered_on, touched_on) as days, datediff('day', entered_on, $last::date) as waiting
    from entries
),

final as (
    select
        store,
        assistant,
        count(*)::integer as leads,
        count(days)::integer as touched,
        quantile_cont(days, 0.5) as p50_days,
        quantile_cont(days, 0.95) as p95_days,
        (count(*) filter (where coalesce(days, waiting) > 1))::integer as over_a_day,
        (count(*) filter (where days is null and reached < 6))::integer as waiting,
    from timed
    group by all
)

select * from final
order by store, assistant
