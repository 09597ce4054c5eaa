-- question: What makes the contacts of a customer one person, and how many uploads say so?
-- grain:    one row per two contacts that rows tie together
-- params:   $customer ubigint
-- columns:  one_key ubigint; other_key ubigint; phone varchar; wechat varchar; uploads integer
-- reads:    ties, contacts
with final as (
    select
        t.one_key,
        t.other_key,
        c1.shown as phone,
        c2.shown as wechat,
        t.uploads,
    from ties as t
    inner join contacts as c1 on t.one_key = c1.contact_key
    inner join contacts as c2 on t.other_key = c2.contact_key
    where t.customer_key = $customer
)

select * from final order by wechat asc, uploads desc, phone asc, one_key asc
