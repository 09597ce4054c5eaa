-- question: What has happened with this customer?
-- grain:    one row per thing that a log tells, the latest first
-- params:   $customer ubigint
-- columns:  store varchar; day date; moment timestamp; kind varchar; assistant varchar; result varchar; agreed_to varchar; grade varchar; product varchar; amount_cny decimal(18,2); detail varchar
-- reads:    told_of
with final as (
    select
        store,
        day,
        moment,
        kind,
        assistant,
        result,
        agreed_to,
        grade,
        product,
        amount_cny,
        masked_name(detail) as detail
    from told_of($customer)
)

select * from final
order by day desc, moment desc nulls first, kind asc, store asc
