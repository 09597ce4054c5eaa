-- Who sits in the groups, and what came of those who joined.
-- noqa: disable=references.qualification,ambiguous.set_columns
-- (The parameters of a macro look like columns of nowhere.)

-- Every customer at every count of a group; of several rows what was said last, but out is out and junk is junk.
create or replace view counted_members as
with placed as (
    select *, batch_id::bigint * 10000000000 + table_no::bigint * 100000000 + row_no as place
    from group_members
    where customer_key is not null
)

select
    store,
    group_name,
    day,
    customer_key,
    arg_max(assistant, place) as inviter,
    arg_max(channel, place) as channel,
    arg_max(junk_reason, place) as junk_reason,
    coalesce(bool_or(removed), false) as is_removed,
    arg_max(joined_on, place) as joined_on,
    min(left_on) as left_on,
from placed
group by all;

-- The last count of every group up to a day.
create or replace macro last_counts(of_day) as table
    select store, group_name, max(day) as counted_on
    from group_members
    where day <= of_day::date
    group by all;

-- Everybody who sits in a group: in its last count, neither removed nor gone by the day. The grade is the last said in
-- any log. "part": junk by the reason in that count, whatever the grade; else intent for A and B; else others. An
-- assistant's are those whom the assistant invited or holds on the day.
create or replace macro members_on(of_day) as table
    with graded as (
        select store, customer_key, arg_max(grade, day) as grade
        from grade_turns
        where day <= of_day::date
        group by all
    )

    select
        m.store,
        m.group_name,
        m.customer_key,
        c.counted_on,
        m.inviter,
        h.holder,
        m.channel,
        m.junk_reason,
        m.joined_on,
        g.grade,
        case
            when m.junk_reason is not null then 'junk'
            else if(left(g.grade, 1) in ('A', 'B'), 'intent', 'others')
        end as part,
    from counted_members as m
    inner join last_counts(of_day) as c on m.store = c.store and m.group_name = c.group_name and m.day = c.counted_on
    left join graded as g on m.store = g.store and m.customer_key = g.customer_key
    left join holders_on(of_day) as h on m.store = h.store and m.customer_key = h.customer_key
    where not m.is_removed and coalesce(m.left_on > of_day::date, true);

create or replace macro is_of_either(inviter, holder, wanted) as is_of(inviter, wanted) or is_of(holder, wanted);
