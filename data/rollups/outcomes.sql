-- Who joined, visited or bought on the stores' days in the temporary table "counted", and for how much. Several logs
-- may tell of one customer's visit or purchase on a day: the order speaks before the visit, the visit before the invite;
-- one that names no amount takes it from the next. Nobody knows who came is no reason not to count a visit or an order.
with invited as (
    select f.*, coalesce(m.customer_key, f.contact_key)::varchar as who,
    from raw.invites_current as f
    left join raw.customer_map as m on f.contact_key = m.contact_key
),

visited as (
    select
        f.*,
        coalesce(m.customer_key, f.contact_key)::varchar as who,
        concat_ws('/', f.batch_id, f.table_no, f.row_no) as place,
    from raw.visits_current as f
    semi join counted as t on f.store = t.store and f.day = t.day
    left join raw.customer_map as m on f.contact_key = m.contact_key
),

bought as (
    select
        f.*,
        coalesce(m.customer_key, f.contact_key)::varchar as who,
        concat_ws('/', f.batch_id, f.table_no, f.row_no) as place,
    from raw.orders_current as f
    semi join counted as t on f.store = t.store and f.day = t.day
    left join raw.customer_map as m on f.contact_key = m.contact_key
),

told as (
    select store, assistant, coalesce(joined_on, day) as day, who, 'joined' as what, 1 as weight, 0 as amount,
    from invited
    where coalesce(joined_group, joined_on is not null)
    union all
    select store, assistant, coalesce(visited_on, day) as day, who, 'visited' as what, 1 as weight, 0 as amount,
    from invited
    where coalesce(visited, visited_on is not null)
    union all
    select store, assistant, coalesce(closed_on, day) as day, who, 'closed' as what, 1 as weight, amount,
    from invited
    where coalesce(closed, closed_on is not null)
    union all
    select store, assistant, day, coalesce(who, place) as who, 'visited' as what, 2 as weight, 0 as amount,
    from visited
    union all
    select store, assistant, day, coalesce(who, place) as who, 'closed' as what, 2 as weight, amount,
    from visited
    where closed
    union all
    select
        store, assistant, day, coalesce(who, order_id, place) as who,
        if(kind = 'refund', 'refunded', 'closed') as what, 3 as weight, amount,
    from bought
),

final as (
    select
        t.* replace (
            coalesce(t.amount, arg_max(t.amount, t.weight) over (partition by t.store, t.day, t.who, t.what)) as amount
        ),
    from told as t
    semi join counted as c on t.store = c.store and t.day = c.day
    qualify t.weight = max(t.weight) over (partition by t.store, t.day, t.who, t.what)
)

select * from final
