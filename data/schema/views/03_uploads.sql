-- An upload shows to whoever may see one of its stores; whole: to whoever may see all of them.
create or replace view uploads as
with reach as (
    select
        batch_id,
        bool_and(list_contains(getvariable('allowed_stores'), store)) as whole,
        count(distinct store) as stores,
    from raw.slices
    group by all
    having bool_or(list_contains(getvariable('allowed_stores'), store))
),

contents as (
    select
        batch_id,
        list(distinct kind order by kind) as kinds,
        sum(rows)::integer as rows,
        sum(repaired)::integer as repaired,
        sum(refused)::integer as refused,
        min(first_day) as first_day,
        max(last_day) as last_day,
    from raw.batch_tables
    group by all
)

select
    b.batch_id,
    b.received_at,
    b.file_name,
    b.user_name,
    c.kinds,
    r.stores::integer as stores,
    c.rows,
    c.repaired,
    c.refused,
    c.first_day,
    c.last_day,
    v.voided_at,
    r.whole,
from raw.batches as b
inner join reach as r on b.batch_id = r.batch_id
inner join contents as c on b.batch_id = c.batch_id
left join raw.voids as v on b.batch_id = v.batch_id;

-- A refused row names no store that could be checked, so it shows with the whole upload only.
create or replace view refused_rows as
with whole_uploads as (
    select batch_id from uploads where whole
)

select r.batch_id, r.table_no, r.sheet, r.row_no, h.header, r.cells, r.problems,
from raw.rejects as r
inner join raw.headers as h on r.batch_id = h.batch_id and r.table_no = h.table_no
semi join whole_uploads as u on r.batch_id = u.batch_id;

-- What an upload mended shows with the whole upload, too: the examples name no store.
create or replace view repairs as
with whole_uploads as (
    select batch_id from uploads where whole
)

select r.batch_id, r.table_no, r.header, r.type, r.rows, r.examples
from raw.repairs as r
semi join whole_uploads as u on r.batch_id = u.batch_id;
