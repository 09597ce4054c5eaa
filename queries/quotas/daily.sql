-- question: Which assistant reached the quota on which day?
-- grain:    one row per day, store and assistant on duty without leave
-- params:   $first date; $last date
-- columns:  day date; store varchar; assistant varchar; calls integer; call_quota integer; invites integer; invite_quota integer; passed boolean
-- reads:    assessed
with final as (
    select
        day,
        store,
        assistant,
        calls,
        call_quota,
        invites,
        invite_quota,
        passed,
    from assessed($first, $last)
)

select * from final
order by day, store, assistant
