-- question: Which rule was changed when, and from which day on does it hold?
-- grain:    one row per change, the newest first; store is empty for all stores, no value follows the rule of all
-- params:
-- columns:  name varchar; store varchar; value varchar; valid_from date; set_at timestamp
-- reads:    rules, scope
with final as (
    select name, store, value, valid_from, set_at
    from rules
    where exists (from scope)
)

select * from final
order by set_at desc, name asc, store asc
