-- question: Are our groups full of buyers or of junk?
-- grain:    one row per store and group that was ever counted; with an assistant, of those with members of theirs
-- params:   $day date; $assistant varchar
-- columns:  store varchar; group_name varchar; members integer; intent_ratio double; junk_ratio double; intent integer; junk integer; others integer; ungraded integer; low double; high double; benchmark double; verdict varchar; counted_on date
-- reads:    last_counts, members_on, benchmarks_on
-- Both ratios are of all members. Junk is whom the last count gives a reason, whatever the grade, so nobody is intent
-- and junk. "others" are neither, "ungraded" among them those whom nobody graded. "low", "high" and "verdict" are of
-- the intent ratio.
with found as (
    select *
    from members_on($day)
    where is_of_either(inviter, holder, $assistant)
),

counted as (
    select
        c.store,
        c.group_name,
        c.counted_on,
        count(f.customer_key)::integer as members,
        (count(*) filter (where f.part = 'intent'))::integer as intent,
        (count(*) filter (where f.part = 'junk'))::integer as junk,
        (count(*) filter (where f.part = 'others'))::integer as others,
        (count(*) filter (where f.part = 'others' and f.grade is null))::integer as ungraded,
    from last_counts($day) as c
    left join found as f on c.store = f.store and c.group_name = f.group_name
    group by all
    having $assistant is null or count(f.customer_key) > 0
),

final as (
    select
        c.store,
        c.group_name,
        c.members,
        c.intent / nullif(c.members, 0) as intent_ratio,
        c.junk / nullif(c.members, 0) as junk_ratio,
        c.intent,
        c.junk,
        c.others,
        c.ungraded,
        wilson_low(c.intent, c.members) as low,
        wilson_high(c.intent, c.members) as high,
        b.benchmark,
        verdict(low, high, b.benchmark) as verdict,
        c.counted_on,
    from counted as c
    left join benchmarks_on($day) as b on c.store = b.store and b.metric = 'group_intent_rate'
)

select * from final
order by store asc, group_name asc
