-- A name without any contact, and a customer of nearly that name whom the same holder met the same day or the next; where
-- somebody else could be meant, or the holder met many of that surname, nobody can tell.
with met as (
    select *, left(name, 1) as surname
    from people
    where holder is not null
    qualify count(*) over (partition by store, holder, surname, last_touch_on) <= $few
),

pairs as (
    select
        a.store,
        least(a.customer_key, b.customer_key) as one_key,
        greatest(a.customer_key, b.customer_key) as other_key,
    from met as a
    inner join met as b
        on
            a.store = b.store
            and a.holder = b.holder
            and a.surname = b.surname
            and b.last_touch_on between a.last_touch_on - 1 and a.last_touch_on + 1
    where
        a.shown is null
        and a.name <> b.name
        and levenshtein(a.name, b.name) <= $unlike::double * greatest(length(a.name), length(b.name))
        and coalesce(a.product = b.product, true)
),

-- Each pair twice, once for either of the two.
sides as (
    select *, one_key as customer_key from pairs
    union
    select *, other_key as customer_key from pairs
),

counted as (
    select *, count(*) over (partition by store, customer_key) as others
    from sides
),

final as (
    select store, one_key, other_key, 'similar_name' as reason
    from counted
    group by all
    having max(others) = 1
)

select * from final
