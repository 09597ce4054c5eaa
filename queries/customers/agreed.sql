-- question: What has been agreed with this customer, and for how long may nobody be in touch?
-- grain:    one row per store that knows the customer
-- params:   $customer ubigint; $day date
-- columns:  store varchar; grade varchar; last_touch_on date; days integer; touch_days integer; visit_on date; contact_on date; ordered_on date; is_invalid boolean
-- reads:    customer_state, calls, invites, visits, grades_asked_on
-- A visit counts until the customer comes, a next contact until somebody is in touch.
with states as (
    select *
    from customer_state
    where customer_key = $customer
),

visits_due as (
    select store, max(day) as said_on, arg_max(visit_on, day) as visit_on
    from calls
    where customer_key = $customer and visit_on is not null
    group by all
),

contacts_due as (
    select store, max(day) as said_on, arg_max(next_contact_on, day) as contact_on
    from invites
    where customer_key = $customer and next_contact_on is not null
    group by all
),

came as (
    select store, max(day) as came_on
    from visits
    where customer_key = $customer
    group by all
),

final as (
    select
        s.store,
        left(s.grade, 1) as grade,
        s.last_touch_on,
        datediff('day', s.last_touch_on, $day::date)::integer as days,
        a.touch_days,
        if(coalesce(greatest(c.came_on, s.visited_on) >= v.said_on, false), null, v.visit_on) as visit_on,
        if(coalesce(s.last_touch_on > n.said_on, false), null, n.contact_on) as contact_on,
        s.ordered_on,
        s.invalid_on is not null and s.valid_on is null as is_invalid,
    from states as s
    left join grades_asked_on($day) as a on s.store = a.store and left(s.grade, 1) = a.grade
    left join visits_due as v on s.store = v.store
    left join contacts_due as n on s.store = n.store
    left join came as c on s.store = c.store
)

select * from final
order by store asc
