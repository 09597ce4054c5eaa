-- What questions may read. Every view ends at the stores that the cursor may see: without the variable, no rows.

-- Not for questions: the live rows of all stores.
create or replace view raw.live_batches as
select b.*
from raw.batches as b
anti join raw.voids as v on b.batch_id = v.batch_id;

create or replace view raw.live_links as
select l.phone_key, l.wechat_key
from raw.links as l
semi join raw.live_batches as b on l.batch_id = b.batch_id;

create or replace view raw.live_calls as
select f.*
from raw.calls as f
semi join raw.live_slices as s
    on
        f.batch_id = s.batch_id
        and f.day = s.day
        and f.store = s.store
        and f.assistant = s.assistant
        and s.kind = 'calls';

create or replace view raw.store_names as
select distinct store from raw.daily
union
select distinct store from raw.staff_current
union
select distinct store from raw.tasks_current;

-- For questions.
create or replace view calls as
select
    f.day,
    f.moment as called_at,
    f.store,
    f.assistant,
    f.customer,
    coalesce(m.customer_key, f.contact_key) as customer_key,
    f.channel,
    f.outcome,
    f.duration,
    f.grade,
    f.product,
    f.wechat_added,
    f.group_agreed,
    f.visit_agreed,
    f.visit_on,
    f.note,
    f.batch_id,
    f.row_no,
from raw.live_calls as f
left join raw.customer_map as m on f.contact_key = m.contact_key
where list_contains(getvariable('allowed_stores'), f.store);

create or replace view invites as
select
    f.day,
    f.store,
    f.assistant,
    f.customer,
    coalesce(m.customer_key, f.contact_key) as customer_key,
    f.grade,
    f.product,
    f.agreed_to,
    f.joined_group,
    f.joined_on,
    f.visited,
    f.visited_on,
    f.closed,
    f.closed_on,
    f.amount,
    f.next_contact_on,
    f.note,
from raw.invites_current as f
left join raw.customer_map as m on f.contact_key = m.contact_key
where list_contains(getvariable('allowed_stores'), f.store);

create or replace view staff as
select f.store, f.assistant, f.role, f.hired_on, f.left_on, f.account
from raw.staff_current as f
where list_contains(getvariable('allowed_stores'), f.store);

create or replace view tasks as
select f.day, f.store, f.assistant, f.call_quota, f.invite_quota, f.visit_quota, f.on_leave
from raw.tasks_current as f
where list_contains(getvariable('allowed_stores'), f.store);

create or replace view daily as
select f.*
from raw.daily as f
where list_contains(getvariable('allowed_stores'), f.store);

create or replace view handed_in as
select f.*
from raw.handed_in as f
where list_contains(getvariable('allowed_stores'), f.store);

create or replace view rules as
select f.name, f.store, f.value, f.valid_from, f.set_at
from raw.rules as f
where f.store = '' or list_contains(getvariable('allowed_stores'), f.store);

create or replace view stores as
select f.store
from raw.store_names as f
where list_contains(getvariable('allowed_stores'), f.store);

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
