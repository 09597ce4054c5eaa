-- question: Where does each quota of the day come from?
-- grain:    one row per store and assistant on duty without leave
-- params:   $day date
-- columns:  store varchar; assistant varchar; call_quota_from varchar; invite_quota_from varchar; base_invite_quota integer; relief integer; extra integer; released_in_store integer; sharers integer
-- reads:    assessed
with final as (
    select
        store,
        assistant,
        call_quota_from,
        invite_quota_from,
        base_invite_quota,
        relief,
        extra,
        released as released_in_store,
        sharers,
    from assessed($day, $day)
)

select * from final
order by store, assistant
