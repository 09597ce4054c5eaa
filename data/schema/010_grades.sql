-- Kept of a customer: how it first came, what it answered to the group, when it needs the goods, and every change of
-- its grade. A customer whose grade never changed has none of the latter: its state says the grade and since when.
alter table raw.customer_state add column came_by varchar;
alter table raw.customer_state add column invalid_on date;
alter table raw.customer_state add column needed_on date;
alter table raw.customer_state add column group_answer varchar;
alter table raw.customer_state add column first_touch_on date;
alter table raw.customer_state add column first_graded_on date;
alter table raw.customer_state add column regraded boolean;
create table raw.regrades (
    store varchar,
    customer_key ubigint,
    day date,
    grade varchar
);
