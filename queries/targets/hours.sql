-- question: In which of its opening hours were a store's calls and visits?
-- grain:    one row per store and hour between opening and closing
-- params:   $day date
-- columns:  store varchar; hour integer; seen integer
-- reads:    calls, rules_on, visits
-- Of the 60 days up to $day, where the log tells the time of day.
with clock as (
    select unnest(range(24))::integer as hour
),

open_hours as (
    select r.store, h.hour
    from rules_on($day, $day) as r
    cross join clock as h
    where h.hour >= hour(r.opens_at) and h.hour * 60 < hour(r.closes_at) * 60 + minute(r.closes_at)
),

moments as (
    select store, hour(moment) as hour
    from calls
    where moment is not null and day between $day::date - 59 and $day::date
    union all
    select store, hour(moment) as hour
    from visits
    where moment is not null and day between $day::date - 59 and $day::date
),

final as (
    select o.store, o.hour, count(m.hour)::integer as seen
    from open_hours as o
    left join moments as m on o.store = m.store and o.hour = m.hour
    group by all
)

select * from final
order by store, hour
