-- question: Which intent customers are about to be lost?
-- grain:    one row per customer graded A or B, not ordered, whom nobody has touched for longer than the grade allows
-- params:   $day date; $assistant varchar; $most integer
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; grade varchar; last_touch_on date; days integer; touch_days integer; of_all integer
-- reads:    customer_state, grades_asked_on
-- As things stand now: for an evening long past, only those whom nobody has touched since. After 30 days they count as
-- probably lost. "of_all": how many there are without the limit.
with found as (
    select
        s.*,
        s.holder as assistant,
        datediff('day', s.last_touch_on, $day::date)::integer as days,
        a.touch_days,
        a.grade as letter,
        count(*) over ()::integer as of_all,
    from customer_state as s
    inner join grades_asked_on($day) as a on s.store = a.store and left(s.grade, 1) = a.grade
    where
        a.grade in ('A', 'B')
        and s.ordered_on is null
        and s.last_touch_on between $day::date - 30 and $day::date - a.touch_days - 1
        and is_of(s.holder, $assistant)
    order by letter asc, days desc, s.store asc, s.customer_key asc
    limit $most
),

final as (
    select
        store,
        customer_key,
        masked_name(customer) as customer,
        contacts_of(customer_key) as contacts,
        assistant,
        grade,
        last_touch_on,
        days,
        touch_days,
        of_all,
    from found
)

select * from final
order by left(grade, 1) asc, days desc, store asc, customer_key asc
