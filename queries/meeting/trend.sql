-- question: How did the day's figures run over the last 14 days?
-- grain:    one row per figure and day; no value where no log says it
-- params:   $day date
-- columns:  figure varchar; day date; value integer
-- reads:    figure_names, figures, days_between
with calendar as (
    select day from days_between($day::date - 13, $day)
),

known as (
    select figure, day, value
    from figures($day::date - 13, $day)
),

final as (
    select n.figure, c.day, k.value, n.place
    from figure_names as n
    cross join calendar as c
    left join known as k on n.figure = k.figure and c.day = k.day
)

select * exclude (place) from final
order by place, day
