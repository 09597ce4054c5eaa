-- question: Who had this grade when the time to order began, and who has not ordered yet?
-- grain:    one row per customer, those without an order first
-- params:   $day date; $assistant varchar; $grade varchar; $most integer
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; grade varchar; last_touch_on date; start_on date; ordered_on date
-- reads:    graded_before
with found as (
    select *
    from graded_before($day)
    where
        grade = $grade
        and is_of(assistant, $assistant)
    order by ordered_on asc nulls first, last_touch_on desc nulls last, store asc, customer_key asc
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
        f.start_on,
        f.ordered_on,
    from found as f
)

select * from final
order by ordered_on asc nulls first, last_touch_on desc nulls last, store asc, customer_key asc
