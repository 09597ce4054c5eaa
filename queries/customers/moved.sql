-- question: Whose grade went from here to there?
-- grain:    one row per customer; a null grade: nobody had graded them
-- params:   $first date; $last date; $assistant varchar; $from_grade varchar; $to_grade varchar; $most integer
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; grade varchar; last_touch_on date; product varchar
-- reads:    moves_between
with found as (
    select *
    from moves_between($first, $last)
    where
        from_grade is not distinct from $from_grade
        and to_grade is not distinct from $to_grade
        and is_of(assistant, $assistant)
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
    from found as f
)

select * from final
order by last_touch_on desc nulls last, store asc, customer_key asc
