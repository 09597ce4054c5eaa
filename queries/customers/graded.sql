-- question: Which open customers have this grade?
-- grain:    one row per customer; a null grade: nobody graded them
-- params:   $day date; $assistant varchar; $grade varchar; $cut varchar; $value varchar; $most integer
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; grade varchar; last_touch_on date; product varchar; source varchar
-- reads:    open_customers
-- Grade "A" has A1 to A4 as well. Of a cut (as in grades/cuts) those with its value, null: nobody said; without one all.
with found as (
    select *
    from open_customers($day)
    where
        (grade = $grade or left(grade, 1) is not distinct from $grade)
        and is_of(assistant, $assistant)
        and case $cut
            when 'assistant' then assistant
            when 'store' then store
            when 'source' then source
            when 'product' then product
            else $value
        end is not distinct from $value
    order by last_touch_on desc nulls last, store asc, customer_key asc
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
        f.product,
        f.source,
    from found as f
)

select * from final
order by last_touch_on desc nulls last, store asc, customer_key asc
