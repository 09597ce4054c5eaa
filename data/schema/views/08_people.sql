-- Who is who, for questions. Contacts show masked: who may see them whole is asked elsewhere.
-- noqa: disable=references.qualification
-- (The parameters of a macro look like columns of nowhere.)

create or replace macro masked(kind, value) as
case kind
    when 'phone' then left(value, 3) || '****' || right(value, 4)
    when 'wechat' then left(value, 2) || '***' || right(value, 1)
end;

-- A phone that somebody wrote into a name is masked as well.
create or replace macro masked_name(name) as regexp_replace(name, '(1[3-9]\d)\d{4}(\d{4})', '\1****\2', 'g');

-- Whether a row is somebody's; everybody's where nobody is named.
create or replace macro is_of(assistant, wanted) as wanted is null or coalesce(assistant = wanted, false);

-- Whether two rows are of the same person, or both of nobody.
create or replace macro is_same(one, other) as one is not distinct from other;

-- The contacts of every customer of the scope.
create or replace view contacts as
with customers as (
    select distinct customer_key from customer_state
),

of_customers as (
    select m.contact_key, m.customer_key
    from raw.customer_map as m
    semi join customers as c on m.customer_key = c.customer_key
    union
    select c.customer_key as contact_key, c.customer_key
    from customers as c
)

select o.customer_key, o.contact_key, k.kind, masked(k.kind, k.value) as shown
from of_customers as o
inner join raw.contacts as k on o.contact_key = k.contact_key;

-- What ties two contacts of a customer of the scope together, and in how many uploads.
create or replace view ties as
select c.customer_key, l.one_key, l.other_key, count(distinct l.batch_id)::integer as uploads
from raw.row_links as l
inner join contacts as c on l.one_key = c.contact_key
group by all;

-- A contact that was cut off may be nobody's by now, so it is shown with the decision.
create or replace view decisions as
select
    d.decision_id, d.made_at, d.user_name, d.action, d.store, d.one_key, d.other_key,
    masked_name(d.one_name) as one_name,
    masked_name(d.other_name) as other_name,
    masked(c1.kind, c1.value) as one_contact,
    masked(c2.kind, c2.value) as other_contact,
    v.voided_at,
from raw.decisions as d
left join raw.decision_voids as v on d.decision_id = v.decision_id
left join raw.contacts as c1 on d.one_key = c1.contact_key
left join raw.contacts as c2 on d.other_key = c2.contact_key
where list_contains(getvariable('allowed_stores'), d.store);

-- How a customer of the scope is reached, masked, phones first: ask it of rows that come from a view of the scope.
create or replace macro contacts_of(key) as (
    select coalesce(list_sort(list(distinct masked(k.kind, k.value))), [])
    from (
        select m.customer_key, m.contact_key from raw.customer_map as m
        union all
        select c.contact_key as customer_key, c.contact_key from raw.contacts as c
    ) as r
    inner join raw.contacts as k on r.contact_key = k.contact_key
    where r.customer_key = key and k.kind in ('phone', 'wechat')
);

-- Whom a contact leads to: the end of a phone, four digits or more, or a whole WeChat id. What is looked for is
-- compared in full and never shown.
create or replace macro reached_through(words) as table
    select c.customer_key
    from contacts as c
    inner join raw.contacts as k on c.contact_key = k.contact_key
    where
        case k.kind
            when 'phone' then len(words) >= 4 and ends_with(k.value, words)
            when 'wechat' then lower(k.value) = lower(words)
        end;
