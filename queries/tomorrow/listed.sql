-- question: Whom does each assistant receive and call on this day, the most important first?
-- grain:    one row per customer, by assistant; without an assistant: whose holder is not on duty that day
-- params:   $day date; $assistant varchar; $most integer
-- columns:  store varchar; assistant varchar; place integer; call_for varchar; customer_key ubigint; customer varchar; contacts varchar[]; grade varchar; counts_as varchar; product varchar; days integer; touch_days integer; last_touch_on date; holder varchar; of_all integer
-- reads:    calendar, duty, to_call_on
-- By what it is for, then by grade, then who waits longest; of those to be woken up who waits shortest. At most "most"
-- an assistant; "of_all": how many there are without it. Of a store that is closed that day, who has agreed on it.
with here as (
    select store, assistant
    from duty($day, $day)
    where not on_leave
),

placed as (
    select
        c.*,
        h.assistant,
        row_number() over (
            partition by c.store, h.assistant
            order by
                c.urgency asc,
                c.counts_as asc,
                if(c.call_for = 'wake', -c.days, c.days) desc,
                c.asset_value_cny desc nulls last,
                c.customer_key asc
        )::integer as place,
        count(*) over (partition by c.store, h.assistant)::integer as of_all,
    from to_call_on($day) as c
    left join here as h on c.store = h.store and c.holder = h.assistant
    anti join calendar as x
        on
            c.store = x.store and x.day = $day::date and not x.open
            and h.assistant is null and c.call_for not in ('visit', 'contact')
    where is_of(c.holder, $assistant)
),

final as (
    select
        store,
        assistant,
        place,
        call_for,
        customer_key,
        masked_name(customer) as customer,
        contacts_of(customer_key) as contacts,
        grade,
        counts_as,
        product,
        days,
        touch_days,
        last_touch_on,
        holder,
        of_all,
    from placed
    where place <= $most
)

select * from final
order by store asc, assistant asc nulls last, place asc
