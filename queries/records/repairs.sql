-- question: What did an upload mend, and how?
-- grain:    one row per column of a table of the file
-- params:   $batch integer
-- columns:  table_no integer; header varchar; type varchar; rows integer; examples struct(before varchar, after varchar, rows bigint)[]
-- reads:    repairs
with final as (
    select table_no, header, type, rows, examples,
    from repairs
    where batch_id = $batch
)

select * from final order by table_no, rows desc, header
