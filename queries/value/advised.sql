-- question: Which customers should be kept, or grown, or reshaped, or let go?
-- grain:    one row per store and customer, the most revenue first
-- params:   $first date; $last date; $assistant varchar; $advice varchar; $most integer
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; advice varchar; reason varchar; revenue_cny decimal(18,2); contribution_cny decimal(18,2); last_90_cny decimal(18,2); before_90_cny decimal(18,2); last_touch_on date; of_all integer
-- reads:    advised_between
-- Advice and reasons as in value/advice; a null advice: all customers.
with found as (
    select *, count(*) over ()::integer as of_all
    from advised_between($first, $last)
    where advice = coalesce($advice, advice) and is_of(assistant, $assistant)
    order by revenue_cny desc, store asc, customer_key asc
    limit $most
),

final as (
    select
        f.store,
        f.customer_key,
        masked_name(f.customer) as customer,
        contacts_of(f.customer_key) as contacts,
        f.assistant,
        f.advice,
        f.reason,
        f.revenue_cny,
        f.contribution_cny,
        f.last_90_cny,
        f.before_90_cny,
        f.last_touch_on,
        f.of_all,
    from found as f
)

select * from final
order by revenue_cny desc, store asc, customer_key asc
