-- question: Who got to this stage of the funnel, and how far?
-- grain:    one row per customer, those who got no farther first
-- params:   $first date; $last date; $assistant varchar; $funnel varchar; $stage varchar; $most integer
-- columns:  store varchar; customer_key ubigint; customer varchar; contacts varchar[]; assistant varchar; grade varchar; last_touch_on date; entered_on date; furthest varchar; is_open boolean
-- reads:    entered, funnel_stages
with stages as (
    select place, stage
    from funnel_stages($funnel)
),

aimed_at as (
    select place as least
    from stages
    where stage = $stage
),

entries as (
    select *
    from entered($first, $last)
    where funnel = $funnel and is_of(assistant, $assistant)
),

stayed as (
    select e.*, s.stage as furthest, s.place
    from entries as e
    inner join aimed_at as a on e.reached >= a.least
    inner join stages as s on e.reached = s.place
),

found as (
    select *
    from stayed
    order by place asc, last_touch_on desc nulls last, store asc, customer_key asc
    limit $most
),

final as (
    select
        f.store,
        f.customer_key,
        masked_name(f.customer) as customer,
        contacts_of(f.customer_key) as contacts,
        f.assistant,
        f.grade,
        f.last_touch_on,
        f.entered_on,
        f.furthest,
        f.is_open,
        f.place,
    from found as f
)

select * exclude (place) from final
order by place asc, last_touch_on desc nulls last, store asc, customer_key asc
