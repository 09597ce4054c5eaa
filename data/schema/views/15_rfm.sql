-- How recently, how often and for how much customers buy (RFM).
-- noqa: disable=references.qualification
-- (The parameters of a macro look like columns of nowhere.)

-- Who bought between the days: how long ago the last order is (of whom only returned something: its order, else the
-- return), how many orders, how much revenue.
create or replace macro habits_between(first_day, last_day) as table
    with latest as (
        select store, customer_key, max(day) as last_ordered_on
        from order_lines
        where kind <> 'refund' and day <= last_day::date
        group by all
    )

    select
        v.*,
        coalesce(l.last_ordered_on, v.last_line_on) as last_ordered_on,
        (last_day::date - coalesce(l.last_ordered_on, v.last_line_on))::integer as recency_days,
    from values_between(first_day, last_day) as v
    left join latest as l on v.store = l.store and v.customer_key = l.customer_key;

-- The numbers at one, two, three and four fifths of a list.
create or replace macro fifths(numbers) as
list_transform([1, 2, 3, 4], lambda part: list_sort(numbers)[(len(numbers) * part + 4) // 5]);

-- The lines between the scores in each store: the store's rule, else the fifths of all customers of the scope.
create or replace macro edges_between(first_day, last_day) as table
    with spread as (
        select
            fifths(list(recency_days::decimal(18, 2))) as r_edges,
            fifths(list(orders::decimal(18, 2))) as f_edges,
            fifths(list(revenue_cny)) as m_edges,
        from habits_between(first_day, last_day)
        having count(*) > 0
    )

    select
        r.store,
        coalesce(r.rfm_r_edges, s.r_edges) as r_edges,
        coalesce(r.rfm_f_edges, s.f_edges) as f_edges,
        coalesce(r.rfm_m_edges, s.m_edges) as m_edges,
        r.rfm_r_edges is not null as own_r_edges,
        r.rfm_f_edges is not null as own_f_edges,
        r.rfm_m_edges is not null as own_m_edges,
    from rules_on(last_day, last_day) as r, spread as s;

-- How many of the lines a number lies above.
create or replace macro lines_passed(number, edges) as len(list_filter(edges, lambda edge: number > edge))::integer;

-- Scores 1 to 5, best 5, and the segment: by which of the scores lie above the mean of all customers of the scope.
create or replace macro scored_between(first_day, last_day) as table
    with scored as (
        select
            h.*,
            5 - lines_passed(h.recency_days, e.r_edges) as r,
            1 + lines_passed(h.orders, e.f_edges) as f,
            1 + lines_passed(h.revenue_cny, e.m_edges) as m,
        from habits_between(first_day, last_day) as h
        inner join edges_between(first_day, last_day) as e on h.store = e.store
    ),

    compared as (
        select
            *,
            r * count(*) over () > sum(r) over () as is_recent,
            f * count(*) over () > sum(f) over () as is_frequent,
            m * count(*) over () > sum(m) over () as is_large,
        from scored
    )

    select
        *,
        if(is_large, 'important_', 'general_') || case
            when is_recent and is_frequent then 'value'
            when is_frequent then 'keep'
            when is_recent then 'develop'
            else 'win_back'
        end as segment,
    from compared;
