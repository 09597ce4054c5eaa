-- Two of nearly one name whose phones differ by one slip: a digit that is another one, or two that changed places.
with halves as (  -- one slip leaves the first five digits or the last five as they are
    select
        p.store, p.customer_key, p.name, left(p.name, 1) as surname, p.on_wechat, x.phone,
        unnest([left(x.phone, 5) || '-', '-' || right(x.phone, 5)]) as half,
    from people as p, unnest(p.phones) as x (phone)
),

pairs as (
    select distinct a.store, a.customer_key as one_key, b.customer_key as other_key
    from halves as a
    inner join halves as b
        on a.store = b.store and a.surname = b.surname and a.half = b.half and a.customer_key < b.customer_key
    where
        damerau_levenshtein(a.phone, b.phone) = 1
        and levenshtein(a.name, b.name) <= $unlike::double * greatest(length(a.name), length(b.name))
        and not (a.on_wechat and b.on_wechat)
),

final as (
    select store, one_key, other_key, 'nearly_same_phone' as reason
    from pairs
)

select * from final
