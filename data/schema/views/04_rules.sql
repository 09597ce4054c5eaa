-- Which rules hold, where and when.
-- noqa: disable=references.qualification
-- (The parameters of a macro look like columns of nowhere.)

-- The stores that the cursor may see, with or without rows.
create or replace view scope as
select unnest(getvariable('allowed_stores')) as store;

create or replace macro days_between(first_day, last_day) as table
    select unnest(generate_series(first_day::date, last_day::date, interval 1 day))::date as day;

-- What each rule says per store, from starts_on up to the day before ends_on: the store's own value, else the one
-- for all stores; of these the last to become valid, of the same day the last set. A null value takes one's own back.
create or replace macro rules_between(first_day, last_day) as table
    with turns as (
        select store, first_day::date as starts_on
        from scope
        union
        select s.store, r.valid_from
        from rules as r
        inner join scope as s on r.store in ('', s.store)
        where r.valid_from > first_day::date and r.valid_from <= last_day::date
    ),

    valid as (
        select
            t.store,
            t.starts_on,
            r.name,
            last(r.value order by r.valid_from, r.set_at) filter (where r.store = '') as general,
            last(r.value order by r.valid_from, r.set_at) filter (where r.store <> '') as own,
        from turns as t
        inner join rules as r on r.store in ('', t.store) and t.starts_on >= r.valid_from
        group by all
    ),

    ends as (
        select store, starts_on, lead(starts_on) over (partition by store order by starts_on) as ends_on
        from turns
    ),

    final as (
        select
            v.store,
            v.starts_on,
            coalesce(e.ends_on, last_day::date + 1) as ends_on,
            v.name,
            coalesce(v.own, v.general) as value,
            v.own is not null as is_own,
        from valid as v
        inner join ends as e on v.store = e.store and v.starts_on = e.starts_on
    )

    select * from final;

-- The four numbers of a rule that draws lines between scores; null where the rule is off.
create or replace macro edges_of(value) as string_split(nullif(value, ''), '+')::decimal(18, 2)[];

-- One row per store and day: the rules that the figures need, typed. Money that is off is null.
create or replace macro rules_on(first_day, last_day) as table
    with wide as (
        select
            store,
            starts_on,
            ends_on,
            max(value) filter (where name = 'call_quota')::integer as call_quota,
            max(value) filter (where name = 'invite_quota')::integer as invite_quota,
            bool_or(is_own) filter (where name = 'call_quota') as own_call_quota,
            bool_or(is_own) filter (where name = 'invite_quota') as own_invite_quota,
            max(value) filter (where name = 'invites_count') as invites_count,
            max(value) filter (where name = 'visit_relief')::integer as visit_relief,
            max(value) filter (where name = 'invite_floor')::integer as invite_floor,
            max(value) filter (where name = 'invite_extra_cap')::integer as invite_extra_cap,
            max(value) filter (where name = 'redistribute') = 'on' as redistribute,
            max(value) filter (where name = 'meeting_time')::time as meeting_time,
            string_split(max(value) filter (where name = 'required_logs'), '+') as required_logs,
            try_cast(max(value) filter (where name = 'reward_pass') as decimal(18, 2)) as reward_pass,
            try_cast(max(value) filter (where name = 'penalty_per_missing_call') as decimal(18, 2)) as call_penalty,
            try_cast(max(value) filter (where name = 'penalty_per_missing_invite') as decimal(18, 2)) as invite_penalty,
            try_cast(max(value) filter (where name = 'penalty_cap') as decimal(18, 2)) as penalty_cap,
            max(value) filter (where name = 'hint_min_calls')::integer as hint_min_calls,
            max(value) filter (where name = 'hint_repeat_share')::double as hint_repeat_share,
            max(value) filter (where name = 'hint_short_seconds')::integer as hint_short_seconds,
            max(value) filter (where name = 'hint_short_share')::double as hint_short_share,
            max(value) filter (where name = 'hint_last_minutes')::integer as hint_last_minutes,
            max(value) filter (where name = 'hint_last_share')::double as hint_last_share,
            max(value) filter (where name = 'hint_invalid_share')::double as hint_invalid_share,
            max(value) filter (where name = 'reply_good')::double as reply_good,
            max(value) filter (where name = 'reply_poor')::double as reply_poor,
            max(value) filter (where name = 'mature_days')::integer as mature_days,
            max(value) filter (where name = 'order_days')::integer as order_days,
            max(value) filter (where name = 'grade_rules') as grade_rules,
            max(value) filter (where name = 'include_lead_cost') = 'on' as include_lead_cost,
            edges_of(max(value) filter (where name = 'rfm_r_edges')) as rfm_r_edges,
            edges_of(max(value) filter (where name = 'rfm_f_edges')) as rfm_f_edges,
            edges_of(max(value) filter (where name = 'rfm_m_edges')) as rfm_m_edges,
            try_cast(max(value) filter (where name = 'lead_value') as decimal(18, 2)) as lead_value,
            try_cast(max(value) filter (where name = 'baseline_month') || '-01' as date) as baseline_month,
            try_cast(max(value) filter (where name = 'saving_target') as double) as saving_target,
            max(value) filter (where name = 'weekend_weight')::decimal(18, 3) as weekend_weight,
            max(value) filter (where name = 'holiday_weight')::decimal(18, 3) as holiday_weight,
            max(value) filter (where name = 'opens_at')::time as opens_at,
            max(value) filter (where name = 'closes_at')::time as closes_at,
            max(value) filter (where name = 'sprint_factor')::decimal(18, 4) as sprint_factor,
            max(value) filter (where name = 'challenge_factor')::decimal(18, 4) as challenge_factor,
        from rules_between(first_day, last_day)
        group by all
    )

    select c.day, w.* exclude (starts_on, ends_on)
    from days_between(first_day, last_day) as c
    inner join wide as w on c.day >= w.starts_on and c.day < w.ends_on;

-- What each rate should come to, one row per store and metric; a benchmark that is off is null.
create or replace macro benchmarks_on(of_day) as table
    select store, name as metric, try_cast(value as double) as benchmark
    from rules_between(of_day, of_day)
    where ends_with(name, '_rate');

-- What is asked of each grade: its share of all touches, and how many days may pass without one.
create or replace macro grades_asked_on(of_day) as table
    select
        store,
        upper(right(name, 1)) as grade,
        max(value) filter (where starts_with(name, 'effort_'))::double as effort,
        max(value) filter (where starts_with(name, 'touch_days_'))::integer as touch_days,
    from rules_between(of_day, of_day)
    where starts_with(name, 'effort_') or starts_with(name, 'touch_days_')
    group by all;
