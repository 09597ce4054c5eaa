-- question: What kind of junk is in the groups, and through which channel did members come?
-- grain:    one row per store, cut (reason or channel) and value; a null value: nobody said
-- params:   $day date; $assistant varchar
-- columns:  store varchar; cut varchar; value varchar; members integer; intent integer; junk integer; intent_ratio double; junk_ratio double
-- reads:    members_on
-- Of a channel: all members who came by it, and how many are intent and junk. Of a reason: all members of the store's
-- groups, and how many of them are junk for that reason; "intent" is null.
with found as (
    select *
    from members_on($day)
    where is_of_either(inviter, holder, $assistant)
),

of_stores as (
    select store, count(*)::integer as members
    from found
    group by store
),

reasons as (
    select
        f.store, 'reason' as cut, f.junk_reason as value, s.members, null::integer as intent, count(*)::integer as junk,
    from found as f
    inner join of_stores as s on f.store = s.store
    where f.part = 'junk'
    group by all
),

channels as (
    select
        store,
        'channel' as cut,
        channel as value,
        count(*)::integer as members,
        (count(*) filter (where part = 'intent'))::integer as intent,
        (count(*) filter (where part = 'junk'))::integer as junk,
    from found
    group by all
),

both_cuts as (
    select * from reasons
    union all
    select * from channels
),

final as (
    select *, intent / nullif(members, 0) as intent_ratio, junk / nullif(members, 0) as junk_ratio,
    from both_cuts
)

select * from final
order by store asc, cut asc, junk desc, value asc nulls last
