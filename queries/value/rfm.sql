-- question: How recently, how often and for how much did each customer buy?
-- grain:    one row per store and customer with an order line between the days, the most revenue first
-- params:   $first date; $last date; $assistant varchar
-- columns:  customer varchar; recency_days integer; orders integer; revenue_cny decimal(18,2); r integer; f integer; m integer; segment varchar; store varchar; customer_key ubigint; assistant varchar; last_ordered_on date
-- reads:    scored_between
-- Scores 5 (best) to 1 by the lines of value/rfm_edges, segments by the mean scores, whoever is asked about.
with final as (
    select
        masked_name(customer) as customer,
        recency_days,
        orders,
        revenue_cny,
        r,
        f,
        m,
        segment,
        store,
        customer_key,
        assistant,
        last_ordered_on,
    from scored_between($first, $last)
    where is_of(assistant, $assistant)
)

select * from final
order by revenue_cny desc, store asc, customer_key asc
