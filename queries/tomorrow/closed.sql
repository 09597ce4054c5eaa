-- question: Which stores are closed on a day, so that nobody is asked for anything?
-- grain:    one row per store that its calendar closes, unless somebody handed in that day
-- params:   $day date
-- columns:  store varchar
-- reads:    calendar, duty
with final as (
    select c.store
    from calendar as c
    anti join duty($day, $day) as d on c.store = d.store
    where c.day = $day::date and not c.open
)

select * from final
order by store
