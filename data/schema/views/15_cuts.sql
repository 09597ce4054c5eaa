-- Through what the customers bring what they bring.
-- noqa: disable=references.qualification,ambiguous.set_columns
-- (The parameters of a macro look like columns of nowhere.)

-- Everything that counts towards somebody's value between the days: order lines, services and leads. What is no order
-- line has no product, category or region.
create or replace macro flows_between(first_day, last_day) as table
    select
        store, customer_key, assistant, product, category, region, kind, order_key, amount,
        coalesce(cost_cny, 0) as order_cost_cny, 0 as other_cost_cny,
    from order_lines
    where day between first_day::date and last_day::date
    union all by name
    select
        store, customer_key, assistant, 0 as amount, 0 as order_cost_cny, services_cny + leads_cny as other_cost_cny,
    from spent_between(first_day, last_day);

-- The value of everybody with an order line between the days, by each value of the cut: one row per store, customer and
-- value. "store" is named where the cut is by assistants: who worked in two stores is two.
create or replace macro cuts_between(first_day, last_day, wanted, cut) as table
    with members as (
        select store, customer_key
        from values_between(first_day, last_day)
        where is_of(assistant, wanted)
    )

    select
        if(cut = 'assistant', f.store, null) as store,
        case cut
            when 'product' then f.product
            when 'category' then f.category
            when 'region' then f.region
            when 'store' then f.store
            when 'assistant' then f.assistant
        end as value,
        f.store as of_store,
        f.customer_key,
        count(f.order_key) > 0 as has_bought,
        count(distinct f.order_key) filter (where f.kind <> 'refund') as orders,
        sum(f.amount) as revenue_cny,
        sum(f.order_cost_cny) as order_cost_cny,
        sum(f.other_cost_cny) as other_cost_cny,
    from flows_between(first_day, last_day) as f
    semi join members as m on f.store = m.store and f.customer_key = m.customer_key
    group by all;
