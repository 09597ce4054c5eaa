-- Two of one name and one holder, met within $days days, whose contacts and products don't contradict each other; where
-- a third could be either of them, nobody can tell.
with borne as (
    select *
    from people
    where holder is not null
    qualify count(*) over (partition by store, holder, name) between 2 and $crowd
),

pairs as (
    select
        a.store, a.customer_key as one_key, b.customer_key as other_key,
        abs(date_diff('day', a.last_touch_on, b.last_touch_on)) as apart,
    from borne as a
    inner join borne as b
        on a.store = b.store and a.holder = b.holder and a.name = b.name and a.customer_key <> b.customer_key
    where
        (a.phones is null or b.phones is null)
        and not (a.on_wechat and b.on_wechat)
        and coalesce(a.product = b.product, true)
),

final as (
    select store, one_key, other_key, 'same_name' as reason
    from pairs
    qualify
        one_key < other_key
        and coalesce(apart <= $days, true)
        and count(*) over (partition by store, one_key) = 1
        and count(*) over (partition by store, other_key) = 1
)

select * from final
