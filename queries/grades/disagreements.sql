-- question: Which customers' grades contradict the facts?
-- grain:    one row per customer, the farthest apart first
-- params:   $day date; $assistant varchar; $most integer
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; grade varchar; suggested varchar; fact varchar; last_touch_on date
-- reads:    suggested_on
with apart as (
    select *, abs(ascii(left(grade, 1)) - ascii(suggested)) as steps
    from suggested_on($day)
    where
        left(grade, 1) <> suggested
        and is_of(assistant, $assistant)
    order by steps desc, last_touch_on desc nulls last, store asc, customer_key asc
    limit $most
),

final as (
    select
        a.store,
        a.customer_key,
        masked_name(a.customer) as customer,
        contacts_of(a.customer_key) as contacts,
        a.assistant,
        a.grade,
        a.suggested,
        a.fact,
        a.last_touch_on,
        a.steps,
    from apart as a
)

select * exclude (steps) from final
order by steps desc, last_touch_on desc nulls last, store asc, customer_key asc
