-- question: Who holds how many customers without an order, worth what, and how many of them may be lost?
-- grain:    one row per store and assistant who holds customers or is on duty
-- params:   $day date; $assistant varchar
-- columns:  store varchar; holder varchar; presence varchar; customers integer; asset_value_cny decimal(38,2); grade_a integer; grade_b integer; grade_c integer; grade_d integer; ungraded integer; safe integer; stale integer; probably_lost integer; holder_left integer; risk_value_cny decimal(38,2)
-- reads:    unclosed, roster, left_by
-- "presence" on the day, were the store open: left, on_duty, on_leave, or away (neither left nor on duty).
-- "risk_value_cny": those at risk.
with held as (
    select * from unclosed($day)
),

named as (
    select store, holder from held
    union
    select store, assistant as holder from roster($day, $day)
),

people as (
    select
        n.store,
        n.holder,
        case
            when l.assistant is not null then 'left'
            when d.assistant is null then 'away'
            else if(d.on_leave, 'on_leave', 'on_duty')
        end as presence,
    from named as n
    left join roster($day, $day) as d on n.store = d.store and n.holder = d.assistant
    left join left_by($day) as l on n.store = l.store and n.holder = l.assistant
),

final as (
    select
        p.store,
        p.holder,
        p.presence,
        count(h.customer_key)::integer as customers,
        coalesce(sum(h.asset_value_cny), 0) as asset_value_cny,
        (count(*) filter (where left(h.grade, 1) = 'A'))::integer as grade_a,
        (count(*) filter (where left(h.grade, 1) = 'B'))::integer as grade_b,
        (count(*) filter (where left(h.grade, 1) = 'C'))::integer as grade_c,
        (count(*) filter (where left(h.grade, 1) = 'D'))::integer as grade_d,
        (customers - grade_a - grade_b - grade_c - grade_d)::integer as ungraded,
        (count(*) filter (where h.reason = 'safe'))::integer as safe,
        (count(*) filter (where h.reason = 'stale'))::integer as stale,
        (count(*) filter (where h.reason = 'probably_lost'))::integer as probably_lost,
        (count(*) filter (where h.reason = 'holder_left'))::integer as holder_left,
        coalesce(sum(h.asset_value_cny) filter (where h.reason <> 'safe'), 0) as risk_value_cny,
    from people as p
    left join held as h on p.store = h.store and p.holder = h.holder
    where is_of(p.holder, $assistant)
    group by all
)

select * from final
order by store asc, customers desc, holder asc
