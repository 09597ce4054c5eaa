-- question: What has been agreed with this customer, and for how long may nobody be in touch?
-- grain:    one row per store that knows the customer
-- params:   $customer ubigint; $day date
-- columns:  store varchar; grade varchar; last_touch_on date; days integer; touch_days integer; visit_on date; contact_on date; ordered_on date; is_invalid boolean
-- reads:    agreements, customer_state, grades_asked_on
-- A visit counts until the customer comes, a next contact until somebody is in touch.
with final as (
    select
        s.store,
        left(s.grade, 1) as grade,
        s.last_touch_on,
        datediff('day', s.last_touch_on, $day::date)::integer as days,
        a.touch_days,
        g.visit_on,
        g.contact_on,
        s.ordered_on,
        s.invalid_on is not null and s.valid_on is null as is_invalid,
    from customer_state as s
    inner join agreements('infinity') as g on s.store = g.store and s.customer_key = g.customer_key
    left join grades_asked_on($day) as a on s.store = a.store and left(s.grade, 1) = a.grade
    where s.customer_key = $customer
)

select * from final
order by store asc
