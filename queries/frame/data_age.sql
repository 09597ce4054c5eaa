-- question: Up to which day is there data, and when did the last of it arrive?
-- grain:    one row; both empty without any data
-- params:
-- columns:  last_day date; received_at timestamp
-- reads:    daily, handed_in
-- "daily" has far fewer rows, and knows the last day of the logs that come every day: older ones needn't be read.
with known as (
    select
        coalesce(
            max(day) filter (where has_calls or has_invites or has_visits or has_orders), date '0001-01-01'
        ) as day,
    from daily
),

recent as (
    select h.day, max(h.received_at) as received_at
    from handed_in as h
    inner join known as k on h.day >= k.day
    group by h.day
),

final as (
    select max(day) as last_day, arg_max(received_at, day) as received_at
    from recent
)

select * from final
