-- question: Who takes part in referrals, and how far has each come?
-- grain:    one row per store and customer who acted or was named
-- params:   $day date
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; visited_on date; ordered_on date
-- reads:    referrals, customer_state
-- Who orders has visited. "assistant": who holds the customer, else who wrote down the last of these rows.
with said as (
    select store, customer_key, referrer as customer, assistant, day, batch_id, row_no
    from referrals
    where day <= $day and customer_key is not null
    union all
    select store, referred_key as customer_key, referred as customer, assistant, day, batch_id, row_no
    from referrals
    where day <= $day and referred_key is not null
),

named as (
    select
        store,
        customer_key,
        arg_max(customer, said_in_order(day, 0, batch_id, row_no)) as customer,
        arg_max(assistant, said_in_order(day, 0, batch_id, row_no)) as assistant,
    from said
    group by all
),

final as (
    select
        n.store,
        n.customer_key,
        masked_name(coalesce(s.customer, n.customer)) as customer,
        contacts_of(n.customer_key) as contacts,
        coalesce(s.holder, n.assistant) as assistant,
        if(least(s.visited_on, s.ordered_on) <= $day, least(s.visited_on, s.ordered_on), null) as visited_on,
        if(s.ordered_on <= $day, s.ordered_on, null) as ordered_on,
    from named as n
    left join customer_state as s on n.store = s.store and n.customer_key = s.customer_key
)

select * from final
order by store asc, customer_key asc
