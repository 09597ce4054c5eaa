-- question: Which rows make up a figure of the day, and in which files do they stand?
-- grain:    one row per figure and row of a log behind it; of all figures where none is named, of everybody where nobody is
-- params:   $day date; $figure varchar; $assistant varchar
-- columns:  figure varchar; store varchar; assistant varchar; customer varchar; kind varchar; logged_on date; call_at timestamp; outcome varchar; agreed_to varchar; grade varchar; amount_cny decimal(18,2); counted varchar; row_no integer; file_name varchar; sheet varchar; batch_id integer; received_at timestamp; user_name varchar
-- reads:    rows_behind, sources
with final as (
    select
        r.figure,
        r.store,
        r.assistant,
        r.customer,
        r.kind,
        r.logged_on,
        r.moment as call_at,
        r.outcome,
        r.agreed_to,
        r.grade,
        r.amount as amount_cny,
        r.counted,
        r.row_no,
        s.file_name,
        s.sheet,
        r.batch_id,
        s.received_at,
        s.user_name,
    from rows_behind($day) as r
    inner join sources as s on r.batch_id = s.batch_id and r.table_no = s.table_no
    where
        r.figure = coalesce($figure::varchar, r.figure)
        and r.assistant = coalesce($assistant::varchar, r.assistant)
)

select * from final
order by figure, store, assistant, kind, batch_id, sheet, row_no
