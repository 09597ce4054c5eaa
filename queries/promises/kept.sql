-- question: What came of each promise for a day?
-- grain:    one row per store, assistant and figure promised: calls, invites, visits, orders; a fact not handed in is null
-- params:   $day date
-- columns:  store varchar; assistant varchar; figure varchar; promised integer; done integer; missing integer
-- reads:    daily, promises, rules_on
with said as (
    select
        store,
        assistant,
        calls,
        invites,
        visits,
        orders,
    from promises
    where day = $day::date
),

promised as (
    unpivot said on calls, invites, visits, orders into name figure value promised
),

facts as (
    select
        p.store,
        p.assistant,
        p.figure,
        p.promised,
        case p.figure
            when 'calls' then case when d.has_calls then d.calls end
            when 'invites'
                then case
                    when not (d.has_calls or d.has_invites) then null
                    when r.invites_count = 'joined' then d.invites_joined
                    else d.invites_agreed
                end
            when 'visits' then case when d.has_invites or d.has_visits or d.visited > 0 then d.visited end
            when 'orders'
                then case when d.has_invites or d.has_visits or d.has_orders or d.closed > 0 then d.closed end
        end::integer as done,
    from promised as p
    left join daily as d on p.store = d.store and p.assistant = d.assistant and d.day = $day::date
    left join rules_on($day, $day) as r on p.store = r.store
),

final as (
    -- greatest() alone would turn a fact that nobody handed in into 0.
    select *, case when done is not null then greatest(promised - done, 0) end::integer as missing
    from facts
)

select * from final
order by store, assistant, figure
