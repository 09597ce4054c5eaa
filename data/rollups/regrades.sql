-- Every change of the grade of the store's customers whose grade has changed, from the temporary table "told": the grade
-- last said on a day, where the day before said another.
with graded as (
    select t.store, t.customer_key, t.day, arg_max(t.grade, t.place) as grade
    from told as t
    semi join raw.customer_state as s on t.store = s.store and t.customer_key = s.customer_key and s.regraded
    where t.grade is not null
    group by all
),

turns as (
    select *, lag(grade) over (partition by store, customer_key order by day) as before
    from graded
),

final as (
    select store, customer_key, day, grade
    from turns
    where grade is distinct from before
)

select * from final
