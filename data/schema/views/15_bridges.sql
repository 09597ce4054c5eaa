-- Why sales changed.
-- noqa: disable=references.qualification,aliasing.expression
-- (The parameters of a macro look like columns of nowhere.)

-- The mean by logarithms that splits a change of a product exactly among its factors (B. W. Ang, Energy Policy 33,
-- 2005).
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
            (count(*) filter (where orders > 0 and is_now))::integer as customers,
            (count(*) filter (where orders > 0 and not is_now))::integer as customers_before,
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
