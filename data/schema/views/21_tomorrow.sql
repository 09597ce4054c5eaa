-- What is agreed for a day to come.
-- noqa: disable=references.qualification
-- (The parameters of a macro look like columns of nowhere.)

-- The visit and the next contact agreed with each customer on the days before one. The last word counts; a visit is
-- settled (null) once the customer comes, a contact once somebody has been in touch.
create or replace macro agreements(before) as table
    with visits_due as (
        select store, customer_key, max(day) as said_on, arg_max(visit_on, day) as visit_on
        from calls
        where visit_on is not null and day < before::date
        group by all
    ),

    contacts_due as (
        select store, customer_key, max(day) as said_on, arg_max(next_contact_on, day) as contact_on
        from invites
        where next_contact_on is not null and day < before::date
        group by all
    ),

    came as (
        select store, customer_key, max(day) as came_on
        from visits
        where day < before::date
        group by all
    )

    select
        s.store,
        s.customer_key,
        if(coalesce(greatest(c.came_on, s.visited_on) >= v.said_on, false), null, v.visit_on) as visit_on,
        if(coalesce(s.last_touch_on > n.said_on, false), null, n.contact_on) as contact_on,
    from customer_state as s
    left join visits_due as v on s.store = v.store and s.customer_key = v.customer_key
    left join contacts_due as n on s.store = n.store and s.customer_key = n.customer_key
    left join came as c on s.store = c.store and s.customer_key = c.customer_key;

-- The customers who have said that they come on this day, or want to be called then.
create or replace macro agreed_for(of_day) as table
    select
        store,
        customer_key,
        coalesce(visit_on = of_day::date, false) as is_visit,
    from agreements(of_day)
    where of_day::date in (visit_on, contact_on);

-- Whom to receive or to call on this day, each customer once, for the first reason that holds: visit (agreed for the
-- day), contact (likewise, and nobody called since), due (A or B, from the day on that the grade allows), spare (C, or
-- nobody's grade, likewise), wake (silent for over 30 days, and D). Whose customer it is: as things stand now.
create or replace macro to_call_on(of_day) as table
    select
        s.store,
        s.customer_key,
        s.customer,
        s.holder,
        coalesce(u.grade, s.grade) as grade,
        a.grade as counts_as,
        s.product,
        coalesce(u.days, datediff('day', s.last_touch_on, of_day::date))::integer as days,
        a.touch_days,
        s.last_touch_on,
        u.asset_value_cny,
        case
            when g.is_visit then 'visit'
            when g.customer_key is not null then 'contact'
            when is_lost(u.days, u.touch_days) or u.counts_as = 'D' then 'wake'
            when u.counts_as in ('A', 'B') then 'due'
            else 'spare'
        end as call_for,
        list_position(['visit', 'contact', 'due', 'spare', 'wake'], call_for) as urgency,
    from customer_state as s
    left join unclosed(of_day) as u on s.store = u.store and s.customer_key = u.customer_key
    left join agreed_for(of_day) as g on s.store = g.store and s.customer_key = g.customer_key
    inner join grades_asked_on(of_day) as a
        on s.store = a.store and coalesce(left(coalesce(u.grade, s.grade), 1), 'C') = a.grade
    where u.days >= u.touch_days or g.customer_key is not null;
