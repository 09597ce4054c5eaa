-- question: What did an upload mend, and how?
-- grain:    one row per column of a table of the file
-- params:   $batch integer
-- columns:  table_no integer; header varchar; type varchar; rows integer; examples struct(before varchar, after varchar, rows bigint)[]
-- reads:    repairs
with final as (
    select r.table_no, r.header, r.type, r.rows, r.examples,
    from repairs as r
    where r.batch_id = $batch
)

select f.* from final as f order by f.table_no asc, f.rows desc, f.header asc
