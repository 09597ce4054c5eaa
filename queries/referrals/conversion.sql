-- question: Do customers who were referred come and order more often than others?
-- grain:    one row per store and source of leads, null where nobody said, and one for those who were referred
-- params:   $first date; $last date; $assistant varchar
-- columns:  store varchar; is_referred boolean; source varchar; customers integer; still_open integer; visited integer; ordered integer
-- reads:    referrals, customer_state, entered, rules_on
-- Referred: named by somebody else, for the first time between the days, not having come before. Others: leads of these
-- days whom nobody had named by the last. "visited" and "ordered" leave out who is "still_open": there since less than
-- mature_days.
with named as (
    select store, referred_key as customer_key, min(day) as entered_on
    from referrals
    where day <= $last and referred_key is not null and coalesce(referred_key <> customer_key, true)
    group by all
),

referred as (
    select
        n.store,
        true as is_referred,
        null as source,
        n.entered_on > $last::date - r.mature_days as is_open,
        coalesce(least(s.visited_on, s.ordered_on) <= $last, false) as has_visited,
        coalesce(s.ordered_on <= $last, false) as has_ordered,
        s.holder as assistant,
    from named as n
    inner join rules_on($last, $last) as r on n.store = r.store
    left join customer_state as s on n.store = s.store and n.customer_key = s.customer_key
    where n.entered_on >= $first and coalesce(least(s.visited_on, s.ordered_on) >= n.entered_on, true)
),

led as (
    select
        e.store, false as is_referred, e.source, e.is_open, e.assistant,
        e.reached >= 5 as has_visited,
        e.reached >= 6 as has_ordered,
    from entered($first, $last) as e
    anti join named as n on e.store = n.store and e.customer_key = n.customer_key
    where e.funnel = 'leads'
),

both_kinds as (
    select * from referred
    union all by name
    select * from led
),

final as (
    select
        store, is_referred, source,
        count(*)::integer as customers,
        count_if(is_open)::integer as still_open,
        count_if(has_visited and not is_open)::integer as visited,
        count_if(has_ordered and not is_open)::integer as ordered,
    from both_kinds
    where is_of(assistant, $assistant)
    group by all
)

select * from final
order by store asc, is_referred desc, customers desc, source asc nulls last
