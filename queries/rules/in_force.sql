-- question: What does each rule say on a day, and since when?
-- grain:    one row per rule and store with a value of its own; store is empty for the value of all stores
-- params:   $day date
-- columns:  name varchar; store varchar; value varchar; valid_from date; set_at timestamp
-- reads:    rules, scope
with latest as (
    select name, store, value, valid_from, set_at
    from rules
    where valid_from <= $day::date and exists (from scope)
    qualify row_number() over (partition by name, store order by valid_from desc, set_at desc) = 1
),

final as (
    select name, store, value, valid_from, set_at
    from latest
    where value is not null
)

select * from final
order by name, store
