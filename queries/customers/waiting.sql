-- question: Which new leads has nobody spoken to?
-- grain:    one row per customer, the oldest first
-- params:   $first date; $last date; $assistant varchar; $most integer
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; grade varchar; last_touch_on date; entered_on date; source varchar
-- reads:    entered
with found as (
    select *
    from entered($first, $last)
    where
        funnel = 'leads' and reached < 6 and coalesce(first_touch_on > $last::date, true)
        and is_of(assistant, $assistant)
    order by entered_on asc, store asc, customer_key asc
    limit $most
),

final as (
    select
        f.store,
        f.customer_key,
        masked_name(f.customer) as customer,
        contacts_of(f.customer_key) as contacts,
        f.assistant,
        f.grade,
        f.last_touch_on,
        f.entered_on,
        f.source,
    from found as f
)

select * from final
order by entered_on asc, store asc, customer_key asc
