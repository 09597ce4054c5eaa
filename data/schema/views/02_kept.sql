-- What is kept beside the logs, for questions: every view ends at the stores that the cursor may see; without the
-- variable, no rows.
create or replace view daily as
select f.*
from raw.daily as f
where list_contains(getvariable('allowed_stores'), f.store);

create or replace view handed_in as
select f.*
from raw.handed_in as f
where list_contains(getvariable('allowed_stores'), f.store);

-- A store's customer as last seen, and when it first got to each stage.
create or replace view customer_state as
select f.*
from raw.customer_state as f
where list_contains(getvariable('allowed_stores'), f.store);

create or replace view rules as
select f.name, f.store, f.value, f.valid_from, f.set_at
from raw.rules as f
where f.store = '' or list_contains(getvariable('allowed_stores'), f.store);

create or replace view stores as
select f.store
from raw.store_names as f
where list_contains(getvariable('allowed_stores'), f.store);

-- What each assistant promised for a day, as last said; who took it back promised nothing.
create or replace view promises as
with last_said as (
    select
        f.store,
        f.assistant,
        f.day,
        f.calls,
        f.invites,
        f.visits,
        f.orders,
        f.sentence,
        f.set_at,
        f.set_by,
    from raw.promises as f
    where list_contains(getvariable('allowed_stores'), f.store)
    qualify row_number() over (partition by f.store, f.assistant, f.day order by f.set_at desc) = 1
)

select *
from last_said
where coalesce(calls, invites, visits, orders) is not null or sentence is not null;
