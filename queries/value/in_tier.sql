-- question: Which customers are in this tier?
-- grain:    one row per store and customer with an order line between the days, by place among all of them
-- params:   $first date; $last date; $assistant varchar; $tier varchar; $most integer
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; place integer; tier varchar; revenue_cny decimal(18,2); contribution_cny decimal(18,2); orders integer; last_touch_on date; of_all integer
-- reads:    tiers_between
-- A null tier: all customers.
with found as (
    select *, count(*) over ()::integer as of_all
    from tiers_between($first, $last)
    where tier = coalesce($tier, tier) and is_of(assistant, $assistant)
    order by place asc
    limit $most
),

final as (
    select
        f.store,
        f.customer_key,
        masked_name(f.customer) as customer,
        contacts_of(f.customer_key) as contacts,
        f.assistant,
        f.place,
        f.tier,
        f.revenue_cny,
        f.contribution_cny,
        f.orders,
        f.last_touch_on,
        f.of_all,
    from found as f
)

select * from final
order by place asc
