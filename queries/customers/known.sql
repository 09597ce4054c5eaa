-- question: Who is this customer?
-- grain:    one row per store that knows the customer
-- params:   $customer ubigint
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; grade varchar; source varchar; product varchar; needed_on date; first_on date; last_touch_on date; lead_on date; visited_on date; ordered_on date; orders integer; revenue_cny decimal(18,2)
-- reads:    customer_state
with final as (
    select
        store,
        customer_key,
        masked_name(customer) as customer,
        contacts_of(customer_key) as contacts,
        holder as assistant,
        grade,
        source,
        product,
        needed_on,
        first_on,
        last_touch_on,
        lead_on,
        visited_on,
        ordered_on,
        orders,
        revenue_cny,
    from customer_state
    where customer_key = $customer
)

select * from final
order by store
