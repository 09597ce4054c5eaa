-- question: From how many points on is each gift given?
-- grain:    one row per store and gift, the smallest first
-- params:   $day date
-- columns:  store varchar; gift varchar; points integer
-- reads:    rules_between
with final as (
    select store, name as gift, value::integer as points
    from rules_between($day, $day)
    where starts_with(name, 'gift_')
)

select * from final
order by store asc, points asc, list_position(['gift_small', 'gift_medium', 'gift_large'], gift) asc
