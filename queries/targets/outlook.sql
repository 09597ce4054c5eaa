-- question: What is there to make the rest of the month's target with?
-- grain:    one row per store and assistant, and store (no assistant), and part: four stages of open customers, other, leads
-- params:   $day date
-- columns:  store varchar; assistant varchar; part varchar; open_now integer; open_then integer; ordered integer; days integer; days_left integer; days_known integer
-- reads:    became_of, daily, stretches
-- What became of it before: the last 60 days are cut into stretches as long as what is left of the month. "open_then" were
-- open when a stretch began, of those who came in the 90 days before it, and "ordered" by its end. Part "other": all other
-- orders, in "days" days. Part "leads": of the leads that came within a stretch, who ordered by its end.
with before as (
    select * from became_of($day)
),

bought as (
    select d.store, d.assistant, sum(d.closed) as orders
    from daily as d
    inner join stretches($day) as s on d.store = s.store and s.back > 0
    where d.day > s.begins_on and d.day <= s.ends_on
    group by grouping sets ((d.store, d.assistant), (d.store))
    having grouping(d.assistant) = 1 or d.assistant is not null
),

from_pipeline as (
    select store, assistant, sum(ordered) as ordered from before where part <> 'leads' group by all
),

others as (
    select
        b.store,
        b.assistant,
        'other' as part,
        greatest(b.orders - coalesce(p.ordered, 0), 0) as ordered,
    from bought as b
    left join from_pipeline as p on b.store = p.store and is_same(b.assistant, p.assistant)
),

final as (
    select store, assistant, part, open_now, open_then, ordered from before
    union all by name
    select * from others
)

select
    f.store,
    f.assistant,
    f.part,
    f.open_now::integer as open_now,
    f.open_then::integer as open_then,
    f.ordered::integer as ordered,
    s.days,
    s.days_left,
    s.days_known,
from final as f
inner join stretches($day) as s on f.store = s.store and s.back = 0
order by f.store asc, f.assistant asc nulls first, f.part asc
