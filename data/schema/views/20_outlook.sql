-- What there is to make the rest of a month with, and what became of the like before.
-- noqa: disable=references.qualification,ambiguous.set_columns
-- (The parameters of a macro look like columns of nowhere.)

-- The last 60 days with data up to a day, cut into stretches as long as what is left of its month, or as long as there
-- is data: "back" 0 is what is left. "days" are those of all stretches before.
create or replace macro stretches(of_day) as table
    with seen as (
        select store, least(datediff('day', min(day), any_value(of_day::date)) + 1, 60)::integer as days_known
        from daily
        where day between of_day::date - 365 and of_day::date
        group by store
    ),

    spans as (
        select
            store,
            days_known,
            datediff('day', of_day::date, last_day(of_day::date))::integer as days_left,
            greatest(least(days_left, days_known), 1)::integer as length,
            unnest(range(days_known // length + 1))::integer as back,
        from seen
    )

    select
        store,
        back,
        (of_day::date - back * length)::date as begins_on,
        (begins_on + length)::date as ends_on,
        days_known // length * length as days,
        days_left,
        days_known,
    from spans;

-- Who was open when each stretch began, of those who had come in the 90 days up to it, how far they had come by then
-- (visited; agreed to visit; spoke, or is valid; merely known), and whether they had ordered by its end.
create or replace macro pipelines(of_day) as table
    select
        c.store,
        c.holder as assistant,
        case
            when c.visited_on <= s.begins_on then 'visited'
            when c.invited_on <= s.begins_on then 'invited'
            when least(c.valid_on, c.connected_on, c.agreed_on, c.joined_on) <= s.begins_on then 'contact'
            else 'known'
        end as part,
        s.back = 0 as is_now,
        s.back > 0 and coalesce(c.ordered_on <= s.ends_on, false) as has_ordered,
    from customer_state as c
    inner join stretches(of_day) as s on c.store = s.store
    where c.first_on between s.begins_on - 89 and s.begins_on and coalesce(c.ordered_on > s.begins_on, true);

-- What became of whoever was open when the stretches began, by stage, and of the leads that came within one ("leads"):
-- of each assistant and, without an assistant, of the store.
create or replace macro became_of(of_day) as table
    with came as (
        select
            c.store,
            c.holder as assistant,
            'leads' as part,
            null::boolean as is_now,
            coalesce(c.ordered_on <= s.ends_on, false) as has_ordered,
        from customer_state as c
        inner join stretches(of_day) as s on c.store = s.store and s.back > 0
        where c.lead_on > s.begins_on and c.lead_on <= s.ends_on and coalesce(c.ordered_on >= c.lead_on, true)
    ),

    everybody as (
        select * from pipelines(of_day)
        union all
        select * from came
    )

    select
        store,
        assistant,
        part,
        if(part = 'leads', null, count(*) filter (where is_now)) as open_now,
        count(*) filter (where is_now is distinct from true) as open_then,
        count(*) filter (where has_ordered) as ordered,
    from everybody
    group by grouping sets ((store, assistant, part), (store, part))
    having grouping(assistant) = 1 or assistant is not null;
