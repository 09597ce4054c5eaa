-- What customers are worth.
-- noqa: disable=references.qualification,aliasing.expression
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
        c.customer,
        c.holder as assistant,
        c.grade,
        c.last_touch_on,
    from bought as b
    left join spent as s on b.store = s.store and b.customer_key = s.customer_key
    inner join customer_state as c on b.store = c.store and b.customer_key = c.customer_key;

-- The mean by logarithms that splits a change of a product exactly among its factors (B. W. Ang, Energy Policy 33, 2005).
create or replace macro log_mean(one, other) as if(one = other, one, (one - other) / (ln(one) - ln(other)));

-- Sales of the days, and of as many days before: customers with an order x orders of each x what an order is worth. The
-- change is split among the three, to the cent: what rounding leaves goes to the last. Without sales above zero in both
-- there is nothing to split, and all of it is said to come from the number of customers.
create or replace macro bridges_between(first_day, last_day, wanted, by_store) as table
    with days as (
        select
            first_day::date - (last_day::date - first_day::date + 1)::integer as before_first,
            first_day::date - 1 as before_last,
    ),

    sold as (
        select
            v.day >= first_day::date as is_now,
            if(by_store, v.store, '') as store,
            v.store as of_store,
            v.customer_key,
            v.order_key,
            v.kind,
            v.amount,
        from order_lines as v
        inner join customer_state as c on v.store = c.store and v.customer_key = c.customer_key
        where v.day between (select before_first from days) and last_day::date and is_of(c.holder, wanted)
    ),

    of_customers as (
        select
            store,
            is_now,
            sum(amount) as revenue,
            count(distinct order_key) filter (where kind <> 'refund') as orders,
        from sold
        group by store, is_now, of_store, customer_key
    ),

    stores as (
        select distinct if(by_store, store, '') as store
        from scope
    ),

    sums as (
        select
            s.store,
            coalesce(sum(revenue) filter (where is_now), 0)::decimal(18, 2) as revenue_cny,
            coalesce(sum(revenue) filter (where not is_now), 0)::decimal(18, 2) as revenue_before_cny,
            count_if(orders > 0 and is_now)::integer as customers,
            count_if(orders > 0 and not is_now)::integer as customers_before,
            coalesce(sum(orders) filter (where is_now), 0)::integer as orders,
            coalesce(sum(orders) filter (where not is_now), 0)::integer as orders_before,
        from stores as s
        left join of_customers as o on s.store = o.store
        group by s.store
    ),

    weighed as (
        select
            *,
            (revenue_cny - revenue_before_cny)::decimal(18, 2) as change,
            orders / nullif(customers, 0) as frequency,
            orders_before / nullif(customers_before, 0) as frequency_before,
            revenue_cny::double / nullif(orders, 0) as ticket,
            revenue_before_cny::double / nullif(orders_before, 0) as ticket_before,
            revenue_cny > 0 and revenue_before_cny > 0 as can_split,
            if(can_split, log_mean(revenue_cny::double, revenue_before_cny::double), 0) as weight,
        from sums
    ),

    split as (
        select
            *,
            if(can_split, round(weight * ln(customers / customers_before), 2), change)::decimal(18, 2) as by_customers,
            if(can_split, round(weight * ln(frequency / frequency_before), 2), 0)::decimal(18, 2) as by_frequency,
        from weighed
    ),

    parts as (
        select
            store,
            unnest(
                [
                    {
                        place: 1, part: 'customers', change_cny: by_customers,
                        before: customers_before::double, now: customers::double
                    },
                    {
                        place: 2, part: 'frequency', change_cny: by_frequency,
                        before: frequency_before, now: frequency
                    },
                    {
                        place: 3, part: 'ticket',
                        change_cny: (change - by_customers - by_frequency)::decimal(18, 2),
                        before: ticket_before, now: ticket
                    },
                ],
                recursive := true
            ),
            revenue_before_cny,
            revenue_cny,
            can_split,
        from split
    )

    select p.*, d.before_first, d.before_last
    from parts as p, days as d;
