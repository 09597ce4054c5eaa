-- question: Who has handed in today's logs, who was late, who is missing?
-- grain:    one row per store, assistant on duty without leave, and required log
-- params:   $day date
-- columns:  store varchar; assistant varchar; kind varchar; rows integer; received_at timestamp; state varchar
-- reads:    duty, rules_on, handed_in
with expected as (
    select store, assistant
    from duty($day, $day)
    where not on_leave
),

required as (
    select store, meeting_time, unnest(required_logs) as kind
    from rules_on($day, $day)
),

arrived as (
    select kind, store, assistant, rows, received_at
    from handed_in
    where day = $day::date
),

final as (
    select
        e.store,
        e.assistant,
        r.kind,
        a.rows,
        a.received_at,
        case
            when a.received_at is null then 'missing'
            when a.received_at > $day::date + r.meeting_time then 'late'
            else 'in'
        end as state,
    from expected as e
    inner join required as r on e.store = r.store
    left join arrived as a on e.store = a.store and e.assistant = a.assistant and r.kind = a.kind
)

select * from final
order by store, assistant, kind
