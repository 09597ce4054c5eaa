-- Where a figure comes from, and what changed it.
-- noqa: disable=references.qualification,references.consistent
-- (The parameters of a macro look like columns of nowhere.)

-- The tables of the files that hold a store of the scope.
create or replace view sources as
with reach as (
    select distinct batch_id
    from raw.slices
    where list_contains(getvariable('allowed_stores'), store)
)

select t.batch_id, t.table_no, t.sheet, b.file_name, b.received_at, b.user_name
from raw.batch_tables as t
inner join raw.batches as b on t.batch_id = b.batch_id
semi join reach as r on t.batch_id = r.batch_id;

-- The rows behind each figure of a day. "counted" says whether a row counts: yes; again (the customer counts already);
-- overruled (another log is believed); nobody (no customer is known); refund (its amount counts, it is no order).
create or replace macro rows_behind(of_day) as table
    with told as not materialized (
        select t.*, raw.believed(t.weight, t.store, t.day, t.who, t.what) as believed
        from raw.told as t
        where t.day = of_day::date and list_contains(getvariable('allowed_stores'), t.store)
    ),

    parts as (
        select *, 'calls' as figure, true as each_row
        from told
        where what = 'called'
        union all by name
        select t.*, 'invites' as figure
        from told as t
        inner join rules_on(of_day, of_day) as r on t.store = r.store
        where case when r.invites_count = 'joined' then t.what = 'joined' else t.to_group end
        union all by name
        select *, 'visits_agreed' as figure
        from told
        where to_visit
        union all by name
        select *, 'visited' as figure
        from told
        where what = 'visited'
        union all by name
        select *, 'orders' as figure
        from told
        where what in ('closed', 'refunded')
        union all by name
        -- A customer's grade is the last of the day; the invite log is written after the calls and has no time of day.
        select *, 'grades' as figure, [coalesce(grade <> '', false)::integer, (what = 'logged')::integer] as later
        from told
        where what in ('called', 'logged')
    ),

    numbered as (
        select
            *,
            row_number() over (
                partition by store, assistant, figure, what = 'refunded', believed, who
                order by
                    later desc,
                    if(figure = 'grades', moment, null) desc nulls last,
                    if(figure = 'grades', -1, 1) * (batch_id * 1000000000000 + table_no::bigint * 1000000000 + row_no)
            ) as place,
        from parts
    )

    select
        * exclude (what, weight, to_group, to_visit, believed, each_row, later, place),
        case
            when what = 'refunded' then 'refund'
            when not believed then 'overruled'
            when each_row then 'yes'
            when who is null then 'nobody'
            when place = 1 then 'yes'
            else 'again'
        end as counted,
    from numbered;

-- The figures of an assistant's day as they became with a data version. No calls: no call log was in.
create or replace view figure_versions as
select
    f.version,
    f.store,
    f.assistant,
    f.day,
    unnest(['calls', 'invites_agreed', 'invites_joined', 'visits_agreed', 'visited', 'orders', 'amount_cny']) as figure,
    unnest(range(7))::integer as place,
    unnest(
        [
            if(f.has_calls and not f.gone, f.calls, null),
            if(f.gone, 0, f.invites_agreed),
            if(f.gone, 0, f.invites_joined),
            if(f.gone, 0, f.visits_agreed),
            if(f.gone, 0, f.visited),
            if(f.gone, 0, f.closed),
            if(f.gone, 0, f.amount_cny),
        ]::decimal(18, 2)[]
    ) as value,
from raw.daily_log as f
where list_contains(getvariable('allowed_stores'), f.store);

-- The data versions that touched the scope, with what made them: the name is a file's or a rule's.
create or replace view versions as
with days as (
    select version, count(*)::integer as days
    from figure_versions
    where figure = 'calls'
    group by version
),

made as (
    select b.version, b.batch_id, b.file_name as name, b.user_name
    from raw.batches as b
    where b.batch_id in (select batch_id from sources)
    union all
    select v.version, b.batch_id, b.file_name as name, v.user_name
    from raw.voids as v
    inner join raw.batches as b on v.batch_id = b.batch_id
    where b.batch_id in (select batch_id from sources)
    union all
    select r.version, null as batch_id, r.name, r.set_by as user_name
    from raw.rules as r
    where exists (from scope) and (r.store = '' or list_contains(getvariable('allowed_stores'), r.store))
    union all
    select d.version, null as batch_id, null as name, d.user_name
    from raw.decisions as d
    where list_contains(getvariable('allowed_stores'), d.store)
    union all
    select v.version, null as batch_id, null as name, v.user_name
    from raw.decision_voids as v
    inner join raw.decisions as d on v.decision_id = d.decision_id
    where list_contains(getvariable('allowed_stores'), d.store)
    union all
    select distinct p.version, null as batch_id, null as name, p.set_by as user_name
    from raw.promises as p
    where list_contains(getvariable('allowed_stores'), p.store)
)

select
    v.version,
    v.made_at,
    split_part(v.cause, ' ', 1) as cause,
    m.name,
    m.batch_id,
    m.user_name,
    coalesce(d.days, 0) as days,
from raw.versions as v
left join made as m on v.version = m.version
left join days as d on v.version = d.version
where coalesce(m.version, d.version) is not null;
