-- question: Does the effort go where the orders are?
-- grain:    one row per grade letter
-- params:   $first date; $last date; $assistant varchar
-- columns:  grade varchar; touches integer; share double; target double; misplaced double
-- reads:    grades_asked_on, touches_between
-- Touches of customers without a grade are left out. "misplaced" touches sum to what would have to go to another grade.
with touched as (
    select store, left(grade, 1) as grade, count(*) as touches
    from touches_between($first, $last)
    where
        grade is not null
        and is_of(assistant, $assistant)
    group by all
),

by_store as (
    select store, sum(touches) as touches
    from touched
    group by store
),

aimed_at as (
    select
        a.grade,
        coalesce(sum(a.effort * s.touches) / nullif(sum(s.touches), 0), avg(a.effort)) as target,
        coalesce(sum(s.touches), 0) as of_all,
    from grades_asked_on($last) as a
    left join by_store as s on a.store = s.store
    group by a.grade
),

counted as (
    select grade, sum(touches) as touches
    from touched
    group by grade
),

final as (
    select
        a.grade,
        coalesce(c.touches, 0)::integer as touches,
        coalesce(c.touches, 0) / nullif(a.of_all, 0) as share,
        a.target,
        abs(share - a.target) / 2 * a.of_all as misplaced,
    from aimed_at as a
    left join counted as c on a.grade = c.grade
)

select * from final
order by grade
