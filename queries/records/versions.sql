-- question: Which data versions touched these stores, and what made them?
-- grain:    one row per data version, the newest first
-- params:
-- columns:  version integer; made_at timestamp; cause varchar; name varchar; batch_id integer; user_name varchar; days integer
-- reads:    versions
with final as (
    select
        version,
        made_at,
        cause,
        name,
        batch_id,
        user_name,
        days,
    from versions
)

select * from final order by version desc
