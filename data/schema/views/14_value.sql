-- What customers are worth.
-- noqa: disable=references.qualification
-- (The parameters of a macro look like columns of nowhere.)

-- Every order line, sale or refund, and which order it belongs to; goods that came back cost nothing.
create or replace view order_lines as
select
    *,
    concat_ws('/', store, coalesce(order_id, concat_ws('/', batch_id, table_no, row_no))) as order_key,
    if(kind = 'refund', -abs(cost), cost) as cost_cny,
from orders;

-- What was spent on customers between the days besides the goods: services, and leads where the store's rule says so.
create or replace macro spent_between(first_day, last_day) as table
    select store, customer_key, assistant, coalesce(cost, 0) as services_cny, 0::decimal(18, 2) as leads_cny
    from services
    where day between first_day::date and last_day::date
    union all
    select l.store, l.customer_key, l.assistant, 0 as services_cny, coalesce(l.cost, 0) as leads_cny
    from leads as l
    inner join rules_on(last_day, last_day) as r on l.store = r.store and r.include_lead_cost
    where l.day between first_day::date and last_day::date;

-- Everybody with an order line between the days, and what that brought and cost in these days.
create or replace macro values_between(first_day, last_day) as table
    with bought as (
        select
            store,
            customer_key,
            count(*)::integer as lines,
            count(cost_cny)::integer as lines_with_cost,
            (count(distinct order_key) filter (where kind <> 'refund'))::integer as orders,
            sum(amount)::decimal(18, 2) as revenue_cny,
            coalesce(-sum(amount) filter (where amount < 0), 0)::decimal(18, 2) as refunds_cny,
            coalesce(sum(cost_cny), 0)::decimal(18, 2) as order_cost_cny,
            max(day) as last_line_on,
        from order_lines
        where customer_key is not null and day between first_day::date and last_day::date
        group by all
    ),

    spent as (
        select
            store,
            customer_key,
            sum(services_cny)::decimal(18, 2) as services_cny,
            sum(leads_cny)::decimal(18, 2) as leads_cny,
        from spent_between(first_day, last_day)
        group by all
    )

    select
        b.*,
        coalesce(s.services_cny, 0)::decimal(18, 2) as services_cny,
        coalesce(s.leads_cny, 0)::decimal(18, 2) as leads_cny,
        (b.revenue_cny - b.order_cost_cny - coalesce(s.services_cny, 0) - coalesce(s.leads_cny, 0))::decimal(18, 2)
            as contribution_cny,
        greatest(b.revenue_cny, 0)::decimal(18, 2) as counted_cny,
        greatest(b.order_cost_cny - b.revenue_cny - b.refunds_cny, 0)::decimal(18, 2) as below_cost_cny,
        c.customer,
        c.holder as assistant,
        c.grade,
        c.last_touch_on,
    from bought as b
    left join spent as s on b.store = s.store and b.customer_key = s.customer_key
    inner join customer_state as c on b.store = c.store and b.customer_key = c.customer_key;

-- The same of an assistant's customers (null: everybody's), by place, the most revenue first: what those up to each
-- bring together, and all of them. Revenue below zero counts as 0 here.
create or replace macro ranked_between(first_day, last_day, wanted) as table
    select
        *,
        row_number() over best_first as place,
        sum(counted_cny) over (best_first rows unbounded preceding) as up_to_here_cny,
        count(*) over () as of_all,
        sum(counted_cny) over () as all_cny,
    from values_between(first_day, last_day)
    where is_of(assistant, wanted)
    window best_first as (order by counted_cny desc, store asc, customer_key asc);
