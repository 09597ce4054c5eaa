-- question: Who is this customer?
-- grain:    one row per store that knows the customer
-- params:   $customer ubigint
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; grade varchar; grade_since date; source varchar; product varchar; needed_on date; first_on date; last_touch_on date; lead_on date; visited_on date; ordered_on date; orders integer; revenue_cny decimal(18,2)
-- reads:    customer_state, grade_turns
with turns as (
    select store, max(day) as graded_on
    from grade_turns
    where customer_key = $customer
    group by all
),

final as (
    select
        s.store,
        s.customer_key,
        masked_name(s.customer) as customer,
        contacts_of(s.customer_key) as contacts,
        s.holder as assistant,
        s.grade,
        t.graded_on as grade_since,
        s.source,
        s.product,
        s.needed_on,
        s.first_on,
        s.last_touch_on,
        s.lead_on,
        s.visited_on,
        s.ordered_on,
        s.orders,
        s.revenue_cny,
    from customer_state as s
    left join turns as t on s.store = t.store
    where s.customer_key = $customer
)

select * from final
order by store
