-- Rates, and whether they are what they should be.
-- noqa: disable=references.qualification,aliasing.expression
-- (The parameters of a macro look like columns of nowhere.)

-- The Wilson score interval, 95 %: E. B. Wilson, JASA 22 (1927). Null without a trial, and where more was won than
-- tried: a log may say so by mistake.
create or replace macro wilson_centre(won, of_all) as
(won + 1.959963984540054 ^ 2 / 2) / nullif(of_all + 1.959963984540054 ^ 2, 0);

create or replace macro wilson_reach(won, of_all) as
1.959963984540054 / nullif(of_all + 1.959963984540054 ^ 2, 0)
* sqrt(won * (of_all - won) / nullif(of_all, 0)::double + 1.959963984540054 ^ 2 / 4);

create or replace macro wilson_low(won, of_all) as
case
    when won between 1 and of_all then wilson_centre(won, of_all) - wilson_reach(won, of_all)
    when won = 0 and of_all > 0 then 0.0
end;

create or replace macro wilson_high(won, of_all) as
case
    when won < of_all then wilson_centre(won, of_all) + wilson_reach(won, of_all)
    when won = of_all and of_all > 0 then 1.0
end;

create or replace macro verdict(low, high, benchmark) as
case
    when benchmark is null then null
    when low >= benchmark then 'pass'
    when high < benchmark then 'below'
    else 'too_few'
end;

-- Stores may have benchmarks of their own: together they should come to what each would at its own.
create or replace macro benchmark_of_all(benchmark, base) as
case
    when count(benchmark) < count(*) or sum(base) = 0 then null
    when min(benchmark) = max(benchmark) then min(benchmark)  -- exactly: a mean of equal ones is not quite that
    else sum(benchmark * base) / nullif(sum(base), 0)
end;

-- The rates of the shop in the order they are read; none without a store to see.
create or replace view rate_names as
select
    unnest(
        [
            'valid_rate', 'wechat_rate', 'phone_rate', 'visit_rate', 'close_rate', 'valid_close_rate', 'reply_rate',
            'lost_rate', 'reach_rate', 'agree_rate', 'join_rate', 'group_visit_rate', 'group_close_rate',
        ]
    ) as metric,
    unnest(range(13)) as place,
where exists (from scope);

-- Every visit of the days, and whether nothing was ordered on its day.
create or replace macro visits_between(first_day, last_day) as table
    with bought as (
        select distinct store, customer_key, day
        from orders
        where kind <> 'refund' and day between first_day::date and last_day::date
    )

    select
        v.*,
        not coalesce(v.closed, false) and b.day is null as is_lost,
    from visits as v
    left join bought as b on v.store = b.store and v.customer_key = b.customer_key and v.day = b.day
    where v.day between first_day::date and last_day::date;

-- What every rate counts, "won" of "base", a row per customer, visit or broadcast. Reading "cohort": of those who
-- entered between the days and can be judged, who got there by the last one. "period": both by their own days, so
-- those who got there need not be of those who entered.
create or replace macro rate_parts(first_day, last_day, reading) as table
    with cohort as (
        select *, list_transform(range(1, 7), lambda step: reached >= step) as got, won_on <= last_day::date as has_both
        from entered(first_day, last_day)
        where reading = 'cohort' and not is_open
    ),

    period as (
        select
            *,
            list_transform(
                steps, lambda step: coalesce(step between first_day::date and last_day::date, false)
            ) as got,
            won_on between first_day::date and last_day::date as has_both,
        from journeys
        where reading = 'period'
    ),

    counted as (
        select * exclude (reached, is_open) from cohort
        union all
        select * from period
    ),

    of_customers as (
        select
            store, customer_key, assistant, source, product, left(grade, 1) as grade,
            unnest(
                if(
                    funnel = 'leads',
                    [
                        { metric: 'valid_rate', base: got[1], won: got[2] },
                        {
                            metric: 'wechat_rate',
                            base: got[2] and came_by = 'phone',
                            won: came_by = 'phone' and has_both
                        },
                        {
                            metric: 'phone_rate',
                            base: got[2] and came_by = 'wechat',
                            won: came_by = 'wechat' and has_both
                        },
                        { metric: 'visit_rate', base: got[2], won: got[5] },
                        { metric: 'close_rate', base: got[5], won: got[6] },
                        { metric: 'valid_close_rate', base: got[2], won: got[6] },
                    ],
                    [
                        { metric: 'reach_rate', base: got[1], won: got[2] },
                        { metric: 'agree_rate', base: got[2], won: got[3] },
                        { metric: 'join_rate', base: got[3], won: got[4] },
                        { metric: 'group_visit_rate', base: got[4], won: got[5] },
                        { metric: 'group_close_rate', base: got[5], won: got[6] },
                    ]
                ),
                recursive := true
            ),
        from counted
    ),

    parts as (
        select
            * exclude (base, won),
            coalesce(base, false)::integer as base,
            (coalesce(won, false) and (reading = 'period' or coalesce(base, false)))::integer as won,
        from of_customers
        union all by name
        select
            store, customer_key, assistant, product, left(grade, 1) as grade, 'lost_rate' as metric, 1 as base,
            is_lost::integer as won,
        from visits_between(first_day, last_day)
        union all by name
        select store, assistant, 'reply_rate' as metric, sent as base, replied as won
        from replies
        where day between first_day::date and last_day::date
    )

    select p.*, b.benchmark
    from parts as p
    left join benchmarks_on(last_day) as b on p.store = b.store and p.metric = b.metric
    where p.base > 0 or p.won > 0;

-- How far the leads came that entered between the days and can be judged, a row per store, and what those who ordered
-- brought.
create or replace macro settled_leads(first_day, last_day, wanted) as table
    select
        store,
        count(*) as leads,
        count_if(reached >= 2) as valid,
        count_if(reached >= 5) as visited,
        count_if(reached = 6) as orders,
        sum(revenue_cny) filter (where reached = 6) as revenue_cny,
    from entered(first_day, last_day)
    where funnel = 'leads' and not is_open and is_of(assistant, wanted)
    group by store;
