-- question: Which grades do the customers have whom each assistant dealt with today?
-- grain:    one row per store, assistant and grade letter; no letter for customers without a grade
-- params:   $day date
-- columns:  store varchar; assistant varchar; grade varchar; customers integer
-- reads:    calls, invites
-- A customer counts once per assistant, with the last grade of the day. The invite log has no time of day and is
-- written after the calls, so its grade is the last.
with graded as (
    select store, assistant, customer_key, left(grade, 1) as grade, 1 as log_no, moment, batch_id, row_no
    from calls
    where day = $day::date
    union all by name
    select store, assistant, customer_key, left(grade, 1) as grade, 2 as log_no
    from invites
    where day = $day::date
),

customers as (
    select
        store,
        assistant,
        customer_key,
        last(grade order by log_no, moment nulls first, batch_id, row_no) filter (where grade <> '') as grade,
    from graded
    where customer_key is not null
    group by all
),

final as (
    select store, assistant, grade, count(*)::integer as customers
    from customers
    group by all
)

select * from final
order by store, assistant, grade nulls last
