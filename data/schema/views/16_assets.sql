-- What a store has in customers who have not ordered yet: whose they are, what they are worth, which may be lost.
-- noqa: disable=references.qualification,ambiguous.set_columns
-- (The parameters of a macro look like columns of nowhere.)

-- Every row that says who holds a customer: a lead, a touch, a handover done.
create or replace view holdings as
select 1 as log, false as is_touch, store, customer_key, day, assistant, batch_id, row_no from leads
union all by name
select 2 as log, true as is_touch, store, customer_key, day, assistant, batch_id, row_no from calls
union all by name
select 3 as log, true as is_touch, store, customer_key, day, assistant, batch_id, row_no from invites
union all by name
select 4 as log, true as is_touch, store, customer_key, day, assistant, batch_id, row_no from visits
union all by name
select 5 as log, true as is_touch, store, customer_key, day, assistant, batch_id, row_no from services
union all by name
select 6 as log, false as is_touch, store, customer_key, day, to_assistant as assistant, batch_id, row_no
from handovers
where status = 'done';

-- The order in which rows about customers were said: by day, then by log, then by upload.
create or replace macro said_in_order(day, log, batch_id, row_no) as
datediff('day', date '1990-01-01', day)::bigint * 10000000000000
+ log * 1000000000000 + batch_id::bigint * 1000000 + row_no;

-- Who has left a store by a day, the last day at work included, and is not there again.
create or replace macro left_by(of_day) as table
    select store, assistant
    from staff
    group by all
    having
        bool_or(coalesce(left_on <= of_day::date, false))
        and not bool_or(coalesce(hired_on <= of_day::date, true) and coalesce(left_on > of_day::date, true));

-- Who holds a customer on a day, and when it was touched last: as kept, but for those of whom something later tells.
create or replace macro holders_on(of_day) as table
    with later as (
        select distinct store, customer_key
        from holdings
        where day > of_day::date
    ),

    before as (
        select
            h.store,
            h.customer_key,
            arg_max(h.assistant, said_in_order(h.day, h.log, h.batch_id, h.row_no)) as holder,
            max(h.day) filter (where h.is_touch) as last_touch_on,
        from holdings as h
        semi join later as l on h.store = l.store and h.customer_key = l.customer_key
        where h.day <= of_day::date
        group by all
    )

    select s.store, s.customer_key, s.holder, s.last_touch_on
    from customer_state as s
    anti join later as l on s.store = l.store and s.customer_key = l.customer_key
    union all
    select store, customer_key, holder, last_touch_on
    from before;

-- Who a shop has said is nobody to work on: by the last count of a group that names the customer, or by a lead said to
-- be invalid and never to be valid.
create or replace macro junk_on(of_day) as table
    with counted as (
        select store, customer_key, day, bool_or(junk_reason is not null) as is_junk
        from group_members
        where day <= of_day::date and customer_key is not null
        group by store, customer_key, day
        qualify day = max(day) over (partition by store, customer_key)
    )

    select store, customer_key, true as in_group
    from counted
    where is_junk
    union all
    select store, customer_key, false as in_group
    from leads
    where day <= of_day::date and customer_key is not null
    group by all
    having not bool_or(valid);

-- Whether somebody is probably lost: silent for over 30 days, and for longer than the grade allows.
create or replace macro is_lost(days, touch_days) as
days > greatest(30, touch_days);

-- Everybody with a lead or a touch, without an order, who is not junk; an invalid lead is, unless somebody was reached.
-- Nobody's grade allows as long as C's; "days" without a touch count from the lead where there was none. The gravest
-- "reason" holds; "safe" is none.
create or replace macro unclosed(of_day) as table
    with paid as (
        select store, customer_key, sum(cost) as cost
        from leads
        where day <= of_day::date
        group by all
    ),

    known as (
        select
            c.* exclude (assistant, holder, last_touch_on),
            least(c.connected_on, c.agreed_on, c.joined_on, c.invited_on, c.visited_on) <= of_day::date as is_reached,
            h.holder,
            h.last_touch_on,
            coalesce(p.cost, r.lead_value) as asset_value_cny,
            a.touch_days,
            coalesce(left(c.grade, 1), 'C') as counts_as,
            datediff('day', coalesce(h.last_touch_on, c.lead_on), of_day::date)::integer as days,
        from open_customers(of_day) as c
        inner join holders_on(of_day) as h on c.store = h.store and c.customer_key = h.customer_key
        inner join rules_on(of_day, of_day) as r on c.store = r.store
        inner join grades_asked_on(of_day) as a on c.store = a.store and coalesce(left(c.grade, 1), 'C') = a.grade
        left join paid as p on c.store = p.store and c.customer_key = p.customer_key
        where least(c.lead_on, c.first_touch_on) <= of_day::date
    )

    select
        k.*,
        k.days > k.touch_days as is_stale,
        case
            when l.assistant is not null then 'holder_left'
            when is_lost(k.days, k.touch_days) then 'probably_lost'
            when k.days > k.touch_days then 'stale'
            else 'safe'
        end as reason,
    from known as k
    left join left_by(of_day) as l on k.store = l.store and k.holder = l.assistant
    anti join junk_on(of_day) as j
        on
            k.store = j.store and k.customer_key = j.customer_key
            and (j.in_group or not coalesce(k.is_reached, false));

-- The days on which customers were touched, and the touch before it among these days; of several that day the first.
create or replace macro touch_days_of(first_day, last_day) as table
    with touched as (
        select store, customer_key, day, arg_min(assistant, said_in_order(day, log, batch_id, row_no)) as assistant
        from holdings
        where is_touch and day between first_day::date and last_day::date
        group by all
    )

    select *, lag(day) over (partition by store, customer_key order by day) as before
    from touched;
