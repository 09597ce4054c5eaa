-- question: What came in, the newest first, and what became of it?
-- grain:    one row per upload
-- params:   $most integer
-- columns:  batch_id integer; received_at timestamp; file_name varchar; user_name varchar; kinds varchar[]; stores integer; rows integer; repaired integer; refused integer; first_day date; last_day date; voided_at timestamp; whole boolean
-- reads:    uploads
with final as (
    select
        batch_id,
        received_at,
        file_name,
        user_name,
        kinds,
        stores,
        rows,
        repaired,
        refused,
        first_day,
        last_day,
        voided_at,
        whole,
    from uploads
    order by batch_id desc
    limit $most
)

select * from final order by batch_id desc
