-- Who joined a group when, and whether they stayed.
-- noqa: disable=references.qualification,ambiguous.set_columns
-- (The parameters of a macro look like columns of nowhere.)

-- Every row of the invites that says a customer joined a group; which one, they don't say.
create or replace view invited_joins as
select store, customer_key, day, assistant, coalesce(joined_on, day) as joined_on
from invites
where customer_key is not null and coalesce(joined_group, joined_on is not null);

-- Every joining known up to a day: of a group as its counts say, else on the last day before its first count with the
-- customer that the invites say; of no known group for whom no count has.
create or replace macro joins_by(of_day) as table
    with counted as (
        select
            store,
            group_name,
            customer_key,
            min(day) as first_counted_on,
            arg_max(joined_on, day) filter (where joined_on <= of_day::date) as joined_on,
            arg_max(inviter, day) as inviter,
            arg_max(channel, day) as channel,
        from counted_members
        where day <= of_day::date
        group by all
    ),

    said as (
        select store, customer_key, joined_on, arg_max(assistant, day) as assistant
        from invited_joins
        where joined_on <= of_day::date and day <= of_day::date
        group by all
    )

    select
        c.store,
        c.group_name,
        c.customer_key,
        coalesce(c.joined_on, s.joined_on) as joined_on,
        coalesce(c.inviter, s.assistant) as assistant,
        c.channel,
    from counted as c
    asof left join said as s
        on c.store = s.store and c.customer_key = s.customer_key and c.first_counted_on >= s.joined_on
    union all by name
    select
        s.store,
        null as group_name,
        s.customer_key,
        min(s.joined_on) as joined_on,
        arg_min(s.assistant, s.joined_on) as assistant,
        null as channel,
    from said as s
    anti join counted as c on s.store = c.store and s.customer_key = c.customer_key
    group by s.store, s.customer_key;

-- Who joined between two days, and what is known of the seventh day after, in this order. open: it is still to come.
-- gone: left before it, or a count up to it has the customer removed or no more. stayed: a count from it on has the
-- customer, who had not left before. unknown: neither.
create or replace macro stays_between(first_day, last_day) as table
    with joined as (
        select *, row_number() over () as number
        from joins_by(last_day)
        where joined_on between first_day::date and last_day::date
    ),

    counts as (
        select distinct store, group_name, day
        from group_members
        where day <= last_day::date
    ),

    seen as (
        select
            j.number,
            coalesce(bool_or(m.left_on >= j.joined_on and m.left_on < j.joined_on + 7), false) as has_left,
            coalesce(
                bool_or(
                    c.day <= j.joined_on + 7
                    and (m.is_removed or (m.customer_key is null and c.day > j.joined_on))
                ),
                false
            ) as is_missed,
            coalesce(
                bool_or(
                    c.day >= j.joined_on + 7 and not m.is_removed and coalesce(m.left_on >= j.joined_on + 7, true)
                ),
                false
            ) as is_there,
        from joined as j
        inner join counts as c on j.store = c.store and j.group_name = c.group_name and j.joined_on <= c.day
        left join counted_members as m
            on
                c.store = m.store and c.group_name = m.group_name and c.day = m.day
                and j.customer_key = m.customer_key
        group by j.number
    )

    select
        j.* exclude (number),
        case
            when j.joined_on + 7 > last_day::date then 'open'
            when s.has_left or s.is_missed then 'gone'
            else if(s.is_there, 'stayed', 'unknown')
        end as state,
    from joined as j
    left join seen as s on j.number = s.number;

-- Every customer who agreed to join a group between two days, with who asked first, and whether the customer had come
-- by the last day: a row of the invites of that day or later says so, or a count that names a day since.
create or replace macro group_invites(first_day, last_day) as table
    with agreed as (
        select store, customer_key, day, assistant, 1 as log, batch_id, row_no
        from calls
        where group_agreed and customer_key is not null
        union all
        select store, customer_key, day, assistant, 2 as log, batch_id, row_no
        from invites
        where agreed_to in ('group', 'both') and customer_key is not null
    ),

    asked as (
        select
            store,
            customer_key,
            min(day) as agreed_on,
            arg_min(assistant, said_in_order(day, log, batch_id, row_no)) as assistant,
        from agreed
        where day between first_day::date and last_day::date
        group by all
    ),

    came as (
        select store, customer_key, max(day) as day
        from invited_joins
        where day <= last_day::date and joined_on <= last_day::date
        group by all
        union all
        select store, customer_key, max(joined_on) as day
        from counted_members
        where joined_on <= last_day::date and day <= last_day::date
        group by all
    ),

    latest as (
        select store, customer_key, max(day) as came_on
        from came
        group by all
    )

    select a.*, coalesce(l.came_on >= a.agreed_on, false) as has_come
    from asked as a
    left join latest as l on a.store = l.store and a.customer_key = l.customer_key;
