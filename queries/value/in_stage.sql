-- question: Which customers are at this stage of their life with the shop?
-- grain:    one row per store and customer, those met last first
-- params:   $day date; $assistant varchar; $life_stage varchar; $most integer
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; stage varchar; grade varchar; orders integer; revenue_cny decimal(18,2); last_touch_on date; of_all integer
-- reads:    life_stages_on
with found as (
    select *, count(*) over ()::integer as of_all
    from life_stages_on($day)
    where stage = $life_stage and is_of(assistant, $assistant)
    order by last_touch_on desc nulls last, store asc, customer_key asc
    limit $most
),

final as (
    select
        f.store,
        f.customer_key,
        masked_name(f.customer) as customer,
        contacts_of(f.customer_key) as contacts,
        f.assistant,
        f.stage,
        f.grade,
        f.orders,
        f.revenue_cny,
        f.last_touch_on,
        f.of_all,
    from found as f
)

select * from final
order by last_touch_on desc nulls last, store asc, customer_key asc
