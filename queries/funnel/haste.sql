-- question: Were customers invited before anybody knew their need?
-- grain:    one row; none without a store to see
-- params:   $first date; $last date; $assistant varchar
-- columns:  invited integer; within_a_day integer; share double
-- reads:    scope, entered
-- Leads who agreed to visit, and of them those who were asked on the day of the first touch or the next.
with final as (
    select
        count(*)::integer as invited,
        (count(*) filter (where visit_agreed_on <= first_touch_on + 1))::integer as within_a_day,
        within_a_day / nullif(invited, 0) as share,
    from entered($first, $last)
    where
        funnel = 'leads' and visit_agreed_on <= $last::date and first_touch_on is not null
        and is_of(assistant, $assistant)
)

select * from final
where exists (from scope)
