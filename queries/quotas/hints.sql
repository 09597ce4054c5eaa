-- question: Which of today's call logs should somebody look at again?
-- grain:    one row per store, assistant and hint
-- params:   $day date
-- columns:  store varchar; assistant varchar; hint varchar; value double; threshold double; n integer
-- reads:    assessed, calls, rules_on
with today as (
    select * from assessed($day, $day)
),

counted as (
    select
        c.store, c.assistant,
        count(c.customer_key) as known,
        count(distinct c.customer_key) as customers,
        count(c.duration) filter (where c.outcome = 'connected') as timed,
        count(*) filter (where c.outcome = 'connected' and c.duration < r.hint_short_seconds) as short,
        count(c.moment) as clocked,
        count(*) filter (
            where c.day + r.meeting_time - c.moment between to_minutes(0) and to_minutes(r.hint_last_minutes)
        ) as late,
        count(*) filter (where c.outcome <> 'other') as judged,
        count(*) filter (where c.outcome = 'invalid') as invalid,
    from calls as c
    inner join rules_on($day, $day) as r on c.store = r.store
    where c.day = $day::date
    group by all
),

evidence as (
    select store, assistant, 'exact_quota' as hint, calls as value, calls as n
    from today
    where calls = call_quota
    union all
    select store, assistant, 'repeated_numbers' as hint, 1 - customers / nullif(known, 0) as value, known from counted
    union all
    select store, assistant, 'short_calls' as hint, short / nullif(timed, 0) as value, timed from counted
    union all
    select store, assistant, 'last_minutes' as hint, late / nullif(clocked, 0) as value, clocked from counted
    union all
    select store, assistant, 'invalid_numbers' as hint, invalid / nullif(judged, 0) as value, judged from counted
),

final as (
    select
        e.store, e.assistant, e.hint, e.value,
        case e.hint
            when 'exact_quota' then a.call_quota
            when 'repeated_numbers' then r.hint_repeat_share
            when 'short_calls' then r.hint_short_share
            when 'last_minutes' then r.hint_last_share
            when 'invalid_numbers' then r.hint_invalid_share
        end as threshold,
        e.n::integer as n,
    from evidence as e
    inner join today as a on e.store = a.store and e.assistant = a.assistant
    inner join rules_on($day, $day) as r on e.store = r.store
    where e.n >= r.hint_min_calls and (e.value > threshold or e.hint = 'exact_quota')
)

select * from final order by store, assistant, hint
