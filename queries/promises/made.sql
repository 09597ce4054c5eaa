-- question: What did each assistant promise for a day?
-- grain:    one row per store and assistant with a promise
-- params:   $day date
-- columns:  store varchar; assistant varchar; calls integer; invites integer; visits integer; orders integer; sentence varchar
-- reads:    promises
with final as (
    select
        store,
        assistant,
        calls,
        invites,
        visits,
        orders,
        sentence,
    from promises
    where day = $day::date
)

select * from final
order by store, assistant
