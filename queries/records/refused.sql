-- question: Which rows of an upload were refused, and why?
-- grain:    one row per refused row of the file
-- params:   $batch integer
-- columns:  table_no integer; sheet varchar; row_no integer; header varchar[]; cells varchar[]; problems struct(header varchar, cell varchar, problem varchar)[]
-- reads:    refused_rows
with final as (
    select
        table_no,
        sheet,
        row_no,
        header,
        cells,
        problems,
    from refused_rows
    where batch_id = $batch
)

select * from final order by table_no, row_no
