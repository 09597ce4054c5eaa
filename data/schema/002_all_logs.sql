-- Thirteen logs: whose rows a slice holds is no longer always an assistant; two contacts of any kind can be tied; every
-- figure of an assistant's day remembers what it was before; customers have a state that is kept.
alter table raw.slices rename column assistant to whose;
alter table raw.live_slices rename column assistant to whose;
alter table raw.links rename column phone_key to one_key;
alter table raw.links rename column wechat_key to other_key;
alter table raw.batches add column version integer;
alter table raw.voids add column version integer;
alter table raw.daily add column has_visits boolean;
alter table raw.daily add column has_orders boolean;
-- What a row of raw.daily became with a data version; gone: there is none any more.
create table raw.daily_log as
select 0::integer as version, false as gone, d.*
from raw.daily as d
where false;
-- Kept: a store's customer as last seen, and when it first got to each stage.
create table raw.customer_state (
    store varchar,
    customer_key ubigint,
    customer varchar,
    first_on date,
    last_touch_on date,
    holder varchar,
    grade varchar,
    graded_on date,
    product varchar,
    source varchar,
    orders integer,
    revenue_cny decimal(18, 2),
    last_ordered_on date,
    lead_on date,
    valid_on date,
    phone_on date,
    wechat_on date,
    called_on date,
    connected_on date,
    agreed_on date,
    joined_on date,
    invited_on date,
    visited_on date,
    ordered_on date
);
