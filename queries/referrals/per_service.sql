-- question: How many new customers does a service visit bring?
-- grain:    one row per store, or per store and assistant (the cut), with a service visit between the days
-- params:   $first date; $last date; $assistant varchar; $cut varchar
-- columns:  store varchar; assistant varchar; visits integer; told integer; without integer; referrals integer; per_visit double; low double; high double; due integer; good integer; verdict varchar
-- reads:    services, rules_between
-- "told": visits of which somebody wrote how many were named, nobody included; only these count. "low" and "high": the
-- score interval of a Poisson rate, 95 %.
with counted as (
    select
        store,
        if($cut = 'assistant', assistant, null) as assistant,
        count(*)::integer as visits,
        count(referrals_given)::integer as told,
        (count(*) filter (where referrals_given = 0))::integer as without,
        coalesce(sum(referrals_given), 0)::integer as referrals,
    from services
    where day between $first and $last and is_of(assistant, $assistant)
    group by all
),

bounds as (
    select
        *,
        referrals + 1.959963984540054 ^ 2 / 2 as centre,
        1.959963984540054 * sqrt(referrals + 1.959963984540054 ^ 2 / 4) as reach,
    from counted
),

asked as (
    select
        store,
        max(value) filter (where name = 'service_referrals')::integer as due,
        max(value) filter (where name = 'service_referrals_good')::integer as good,
    from rules_between($last, $last)
    group by all
),

final as (
    select
        b.store,
        b.assistant,
        b.visits,
        b.told,
        b.without,
        b.referrals,
        b.referrals / nullif(b.told, 0) as per_visit,
        (b.centre - b.reach) / nullif(b.told, 0) as low,
        (b.centre + b.reach) / nullif(b.told, 0) as high,
        a.due,
        a.good,
        verdict(low, high, a.due) as verdict,
    from bounds as b
    inner join asked as a on b.store = a.store
)

select * from final
order by store asc, assistant asc
