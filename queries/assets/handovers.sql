-- question: Which handovers are done, and which are still waiting?
-- grain:    one row per store, who passes on, who takes over, and status; a null status: nobody said
-- params:   $day date; $assistant varchar
-- columns:  store varchar; from_assistant varchar; to_assistant varchar; status varchar; customers integer; first_on date; last_on date
-- reads:    handovers
-- A customer counts once from one to the other, as the last list says; who nobody knows counts by row.
with latest as (
    select *
    from handovers
    where
        day <= $day
        and ($assistant is null or $assistant in (from_assistant, to_assistant))
    qualify row_number() over (
        partition by
            store, from_assistant, to_assistant, customer_key,
            if(customer_key is null, concat_ws('/', batch_id, table_no, row_no), '')
        order by day desc, batch_id desc, row_no desc
    ) = 1
),

final as (
    select
        store,
        from_assistant,
        to_assistant,
        status,
        count(*)::integer as customers,
        min(day) as first_on,
        max(day) as last_on,
    from latest
    group by all
)

select * from final
order by last_on desc, store asc, from_assistant asc, to_assistant asc, status asc nulls last
