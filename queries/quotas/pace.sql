-- question: How much of the month's work is done, and how much of the month is gone?
-- grain:    one row per store and assistant with a working day in the month
-- params:   $day date
-- columns:  store varchar; assistant varchar; calls_done integer; calls_target integer; invites_done integer; invites_target integer; elapsed_days integer; working_days integer
-- reads:    month_of_work
-- Done is what was done on assessed days.
with final as (
    select
        store,
        assistant,
        sum(calls)::integer as calls_done,
        sum(call_quota)::integer as calls_target,
        sum(invites)::integer as invites_done,
        sum(invite_quota)::integer as invites_target,
        count(*) filter (where day <= $day::date)::integer as elapsed_days,
        count(*)::integer as working_days,
    from month_of_work($day)
    group by all
)

select * from final
order by store, assistant
