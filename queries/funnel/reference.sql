-- question: Of 25 enquiries, do 5 become intent customers and 1 an order?
-- grain:    one row; none without a store to see
-- params:   $first date; $last date; $assistant varchar
-- columns:  enquiries integer; intent integer; orders integer; intent_per_25 double; orders_per_25 double
-- reads:    scope, entered
-- Leads that can be judged; intent: graded A or B last, or ordered.
with final as (
    select
        count(*)::integer as enquiries,
        (count(*) filter (where reached = 6 or left(grade, 1) in ('A', 'B')))::integer as intent,
        (count(*) filter (where reached = 6))::integer as orders,
        25 * intent / nullif(enquiries, 0) as intent_per_25,
        25 * orders / nullif(enquiries, 0) as orders_per_25,
    from entered($first, $last)
    where
        funnel = 'leads' and not is_open
        and is_of(assistant, $assistant)
)

select * from final
where exists (from scope)
