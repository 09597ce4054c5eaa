-- question: How much of today's quota has each assistant reached?
-- grain:    one row per store and assistant on duty without leave
-- params:   $day date
-- columns:  store varchar; assistant varchar; calls integer; call_quota integer; invites integer; invite_quota integer; visits_agreed integer; passed boolean; streak integer; reward_cny decimal(18,2)
-- reads:    standing
with final as (
    select
        store,
        assistant,
        calls,
        call_quota,
        invites,
        invite_quota,
        visits_agreed,
        passed,
        streak,
        reward_cny,
    from standing($day)
    where day = $day::date
)

select * from final
order by store, assistant
