-- Not for questions: what the live rows of all stores tell of an assistant's day. The one place that says who called,
-- agreed, joined, visited and bought: the kept figures count it, and the rows behind a figure come from it.

-- The live rows of the logs that tell of a day's figures, with whom they are about.
create or replace view raw.of_calls as
select
    'calls' as log,
    f.*,
    coalesce(m.customer_key, f.contact_key) as who,
    case
        when f.group_agreed and f.visit_agreed then 'both'
        when f.group_agreed then 'group'
        when f.visit_agreed then 'visit'
    end as agreed_to,
from raw.live_calls as f
left join raw.customer_map as m on f.contact_key = m.contact_key;

create or replace view raw.of_invites as
select 'invites' as log, f.*, coalesce(m.customer_key, f.contact_key) as who,
from raw.invites_current as f
left join raw.customer_map as m on f.contact_key = m.contact_key;

-- Nobody knows who came is no reason not to count a visit or an order.
create or replace view raw.of_visits as
select
    'visits' as log,
    f.*,
    coalesce(m.customer_key, f.contact_key, hash(concat_ws('/', f.batch_id, f.table_no, f.row_no))) as who,
from raw.visits_current as f
left join raw.customer_map as m on f.contact_key = m.contact_key;

create or replace view raw.of_orders as
select
    'orders' as log,
    f.*,
    coalesce(
        m.customer_key,
        f.contact_key,
        hash(coalesce(f.order_id, concat_ws('/', f.batch_id, f.table_no, f.row_no)))
    ) as who,
from raw.orders_current as f
left join raw.customer_map as m on f.contact_key = m.contact_key;

-- One row per live row and thing it tells: "told_of" is the day on which it happened, "day" the row's own. Several logs
-- may tell of one visit or purchase: the order is believed before the visit, the visit before the invite ("weight").
create or replace view raw.told as
with things as (
    select
        *,
        'called' as what,
        day as told_of,
        null::decimal(18, 2) as amount,
        agreed_to in ('group', 'both') as to_group,
        agreed_to in ('visit', 'both') as to_visit,
    from raw.of_calls
    union all by name
    select
        * exclude (amount),
        'logged' as what,
        day as told_of,
        agreed_to in ('group', 'both') as to_group,
        agreed_to in ('visit', 'both') as to_visit,
    from raw.of_invites
    union all by name
    select * exclude (amount), 'joined' as what, coalesce(joined_on, day) as told_of
    from raw.of_invites
    where coalesce(joined_group, joined_on is not null)
    union all by name
    select * exclude (amount), 'visited' as what, coalesce(visited_on, day) as told_of, 1 as weight
    from raw.of_invites
    where coalesce(visited, visited_on is not null)
    union all by name
    select * exclude (amount), 'visited' as what, day as told_of, 2 as weight
    from raw.of_visits
    union all by name
    select *, 'closed' as what, coalesce(closed_on, day) as told_of, 1 as weight
    from raw.of_invites
    where coalesce(closed, closed_on is not null)
    union all by name
    select *, 'closed' as what, day as told_of, 2 as weight
    from raw.of_visits
    where closed
    union all by name
    select *, if(kind = 'refund', 'refunded', 'closed') as what, day as told_of, 3 as weight
    from raw.of_orders
)

select
    what,
    told_of as day,
    store,
    assistant,
    who,
    weight,
    amount,
    to_group,
    to_visit,
    log as kind,
    day as logged_on,
    moment,
    customer,
    grade,
    outcome,
    agreed_to,
    batch_id,
    table_no,
    row_no,
from things;

-- Whether a row is believed; over all rows that tell of the day.
create or replace macro raw.believed(weight, store, day, who, what) as
weight is null or weight = max(weight) over (partition by store, day, who, what);
