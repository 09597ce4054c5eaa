-- question: Where are the lines between the scores of RFM?
-- grain:    one row per store and score (r, f, m), once somebody bought
-- params:   $first date; $last date
-- columns:  store varchar; score varchar; edge_1 decimal(18,2); edge_2 decimal(18,2); edge_3 decimal(18,2); edge_4 decimal(18,2); by_rule boolean; mean double
-- reads:    edges_between, scored_between
-- f and m: up to edge_1 is 1, above it 2, … above edge_4 is 5; r, in days: up to edge_1 is 5, … above edge_4 is 1. "mean"
-- is the mean score of all the stores' customers: above it is high.
with listed as (
    select
        store,
        unnest([1, 2, 3]) as place,
        unnest(['r', 'f', 'm']) as score,
        unnest([r_edges, f_edges, m_edges]) as edges,
        unnest([own_r_edges, own_f_edges, own_m_edges]) as by_rule,
    from edges_between($first, $last)
),

means as (
    select avg(r) as r, avg(f) as f, avg(m) as m
    from scored_between($first, $last)
),

final as (
    select
        l.store,
        l.score,
        l.edges[1] as edge_1,
        l.edges[2] as edge_2,
        l.edges[3] as edge_3,
        l.edges[4] as edge_4,
        l.by_rule,
        case l.score when 'r' then a.r when 'f' then a.f else a.m end as mean,
        l.place,
    from listed as l, means as a
)

select * exclude (place) from final
order by store asc, place asc
