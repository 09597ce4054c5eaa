-- question: Which stores are there?
-- grain:    one row per store
-- params:
-- columns:  store varchar
-- reads:    stores
with final as (
    select store from stores
)

select * from final
order by store
