-- question: Where did customers' grades go between two days?
-- grain:    one row per grade letter on the first day and on the last; null: nobody had graded them
-- params:   $first date; $last date; $assistant varchar
-- columns:  from_grade varchar; to_grade varchar; customers integer
-- reads:    moves_between
-- From "new": not known on the first day. To "closed": ordered by the last.
with final as (
    select from_grade, to_grade, count(*)::integer as customers
    from moves_between($first, $last)
    where is_of(assistant, $assistant)
    group by all
)

select * from final
order by
    coalesce(from_grade = 'new', false),
    from_grade nulls last,
    coalesce(to_grade = 'closed', false),
    to_grade nulls last
