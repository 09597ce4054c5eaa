-- question: What has each customer done to bring others, and what is it worth in points?
-- grain:    one row per row of the log that says who acted, in the order in which they were said
-- params:   $day date
-- columns:  store varchar; day date; assistant varchar; action varchar; customer_key ubigint; referred_key ubigint; points decimal(18,1); passed decimal(18,1)
-- reads:    referrals, rules_between
-- By the rules of the action's own day; "passed" is what goes to who brought the one who acted, if anybody did. An
-- action that nobody wrote is "other". Whether a row earns anything, the tree of who brought whom says.
with acted as (
    select *, coalesce(action, 'other') as done
    from referrals
    where day <= $day and customer_key is not null
),

settings as (
    select *
    from rules_between(date '1970-01-01', $day)
    where starts_with(name, 'points_') or name = 'referral_levels'
),

shares as (
    select
        store,
        starts_on,
        max(value) filter (where name = 'points_share')::decimal(5, 4) as share,
        max(value) filter (where name = 'referral_levels')::integer as levels,
    from settings
    group by all
),

final as (
    select
        a.store,
        a.day,
        a.assistant,
        a.done as action,
        a.customer_key,
        a.referred_key,
        w.value::decimal(18, 1) as points,
        if(s.levels < 2, 0, w.value::integer * s.share)::decimal(18, 1) as passed,
        a.batch_id,
        a.table_no,
        a.row_no,
    from acted as a
    inner join settings as w
        on
            a.store = w.store and a.day >= w.starts_on and a.day < w.ends_on
            and if(a.done = 'share', 'points_share_in_group', 'points_' || a.done) = w.name
    inner join shares as s on w.store = s.store and w.starts_on = s.starts_on
)

select * exclude (batch_id, table_no, row_no) from final
order by day asc, batch_id asc, table_no asc, row_no asc
