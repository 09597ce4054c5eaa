-- question: How many minutes may the evening meeting take, and how many seconds does a television show one screen?
-- grain:    one row; the shortest of the stores where they differ, none without a store
-- params:   $day date
-- columns:  meeting_minutes integer; tv_seconds integer
-- reads:    rules_between
with final as (
    select
        min(value::integer) filter (where name = 'meeting_minutes')::integer as meeting_minutes,
        min(value::integer) filter (where name = 'tv_seconds')::integer as tv_seconds
    from rules_between($day, $day)
    where name in ('meeting_minutes', 'tv_seconds')
    having count(*) > 0
)

select * from final
