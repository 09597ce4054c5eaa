-- question: Up to which day is there data, and when did the last of it arrive?
-- grain:    one row; both empty without any data
-- params:
-- columns:  last_day date; received_at timestamp
-- reads:    handed_in
with newest as (
    select day
    from handed_in
    order by day desc
    limit 1
),

final as (
    select max(h.day) as last_day, max(h.received_at) as received_at
    from handed_in as h
    inner join newest as n on h.day = n.day
)

select * from final
