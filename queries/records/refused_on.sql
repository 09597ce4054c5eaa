-- question: Which rows were refused of what came in on a day, and why?
-- grain:    one row per refused row and what is wrong with it
-- params:   $day date
-- columns:  batch_id integer; file_name varchar; sheet varchar; row_no integer; header varchar; problem varchar
-- reads:    uploads, refused_rows
-- Without the cells themselves: a summary goes to a group, and a refused phone is a phone.
with that_day as (
    select batch_id, file_name
    from uploads
    where received_at::date = $day and voided_at is null
),

problems as (
    select batch_id, table_no, sheet, row_no, unnest(problems) as found
    from refused_rows
),

final as (
    select
        p.batch_id,
        d.file_name,
        p.table_no,
        p.sheet,
        p.row_no,
        p.found.header,
        p.found.problem,
    from problems as p
    inner join that_day as d on p.batch_id = d.batch_id
)

select * exclude (table_no) from final order by batch_id, table_no, row_no, header, problem
