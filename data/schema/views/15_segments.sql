-- Which kind of customer each is.
-- noqa: disable=references.qualification
-- (The parameters of a macro look like columns of nowhere.)

-- The largest of what eats a customer's value; of equal ones the first in this order. Goods do so only by what they
-- cost above their price: else they would always be named.
create or replace macro largest_cost(below_cost, services, leads, refunds) as
case greatest(below_cost, services, leads, refunds)
    when below_cost then 'order_cost'
    when services then 'services'
    when leads then 'lead_cost'
    else 'refunds'
end;

-- Everybody's place by revenue, best first, and the tier: the first 1, 5 and 20 % of all, rounded up, and the others.
create or replace macro tiers_between(first_day, last_day) as table
    with placed as (
        select
            *,
            (row_number() over (order by revenue_cny desc, store asc, customer_key asc))::integer as place,
            (count(*) over ())::integer as of_all,
        from values_between(first_day, last_day)
    )

    select
        * exclude (of_all),
        case
            when place <= (of_all + 99) // 100 then 'top_1'
            when place <= (of_all + 19) // 20 then 'next_4'
            when place <= (of_all + 4) // 5 then 'next_15'
            else 'other_80'
        end as tier,
    from placed;

-- What to do with each: one who costs more than it brings is let go, the best 20 % are kept, who brought more in the
-- last 90 days than in the 90 before is grown, the others need another offer. "reason" says what speaks for it.
create or replace macro advised_between(first_day, last_day) as table
    with recent as (
        select
            store,
            customer_key,
            coalesce(sum(amount) filter (where day > last_day::date - 90), 0)::decimal(18, 2) as last_90_cny,
            coalesce(sum(amount) filter (where day <= last_day::date - 90), 0)::decimal(18, 2) as before_90_cny,
        from order_lines
        where day > last_day::date - 180 and day <= last_day::date
        group by all
    ),

    known as (
        select
            t.*,
            coalesce(r.last_90_cny, 0)::decimal(18, 2) as last_90_cny,
            coalesce(r.before_90_cny, 0)::decimal(18, 2) as before_90_cny,
            r.customer_key is null as is_silent,
        from tiers_between(first_day, last_day) as t
        left join recent as r on t.store = r.store and t.customer_key = r.customer_key
    )

    select
        *,
        case
            when contribution_cny < 0 then 'let_go'
            when tier <> 'other_80' then 'keep'
            when last_90_cny > before_90_cny then 'grow'
            else 'reshape'
        end as advice,
        case
            when contribution_cny < 0 then largest_cost(below_cost_cny, services_cny, leads_cny, refunds_cny)
            when tier <> 'other_80' then 'top_20'
            when last_90_cny > before_90_cny then 'rising'
            when is_silent then 'silent'
            when last_90_cny < before_90_cny then 'falling'
            else 'level'
        end as reason,
    from known;

-- How far each known customer has come in its life with the shop, by the day: the latest stage that any log shows.
create or replace macro life_stages_on(of_day) as table
    with graded as (
        select store, customer_key, left(arg_max(grade, day), 1) as grade
        from grade_turns
        where day <= of_day::date
        group by all
    ),

    bought as (
        select
            store,
            customer_key,
            (count(distinct order_key) filter (where kind <> 'refund'))::integer as orders,
            sum(amount)::decimal(18, 2) as revenue_cny,
        from order_lines
        where day <= of_day::date
        group by all
    ),

    brought as (
        select distinct f.store, f.customer_key
        from referrals as f
        inner join customer_state as c
            on f.store = c.store and f.referred_key = c.customer_key and c.ordered_on <= of_day::date
        where f.day <= of_day::date and f.customer_key <> f.referred_key
    )

    select
        s.* exclude (orders, revenue_cny, grade),
        s.holder as assistant,
        g.grade,
        coalesce(b.orders, 0)::integer as orders,
        coalesce(b.revenue_cny, 0)::decimal(18, 2) as revenue_cny,
        case
            when b.orders >= 2 or r.customer_key is not null then 'loyal'
            when b.orders = 1 or s.ordered_on <= of_day::date then 'customer'
            when least(s.visited_on, s.invited_on) <= of_day::date or g.grade in ('A', 'B') then 'prospect'
            when least(s.valid_on, s.connected_on, s.agreed_on, s.joined_on) <= of_day::date then 'target'
            else 'potential'
        end as stage,
    from customer_state as s
    left join graded as g on s.store = g.store and s.customer_key = g.customer_key
    left join bought as b on s.store = b.store and s.customer_key = b.customer_key
    left join brought as r on s.store = r.store and s.customer_key = r.customer_key
    where s.first_on <= of_day::date;
