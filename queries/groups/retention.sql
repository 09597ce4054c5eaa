-- question: Who was invited, who joined, and who was still in the group after 7 days?
-- grain:    one row per assistant and store, or per channel (the cut); a null value: nobody said
-- params:   $first date; $last date; $assistant varchar; $cut varchar
-- columns:  store varchar; value varchar; invited integer; came integer; join_rate double; joined integer; stayed integer; gone integer; unknown integer; still_open integer; stay_rate double; low double; high double
-- reads:    group_invites, stays_between
-- "invited": agreed to join between the days, by who asked first; of these "came" by the last day. By channel both are
-- null: invites don't name one. "joined" between the days, whenever invited; the others as in stays_between.
-- "stay_rate" leaves out "unknown" and "still_open".
with invited as (
    select
        store,
        assistant as value,
        count(*)::integer as invited,
        count_if(has_come)::integer as came,
    from group_invites($first, $last)
    where $cut = 'assistant' and is_of(assistant, $assistant)
    group by all
),

joined as (
    select
        if($cut = 'assistant', store, null) as store,
        if($cut = 'assistant', assistant, channel) as value,
        count(*)::integer as joined,
        count_if(state = 'stayed')::integer as stayed,
        count_if(state = 'gone')::integer as gone,
        count_if(state = 'unknown')::integer as unknown,
        count_if(state = 'open')::integer as still_open,
    from stays_between($first, $last)
    where is_of(assistant, $assistant)
    group by all
),

final as (
    select
        coalesce(i.store, j.store) as store,
        coalesce(i.value, j.value) as value,
        if($cut = 'assistant', coalesce(i.invited, 0), null) as invited,
        if($cut = 'assistant', coalesce(i.came, 0), null) as came,
        i.came / nullif(i.invited, 0) as join_rate,
        coalesce(j.joined, 0) as joined,
        coalesce(j.stayed, 0) as stayed,
        coalesce(j.gone, 0) as gone,
        coalesce(j.unknown, 0) as unknown,
        coalesce(j.still_open, 0) as still_open,
        j.stayed / nullif(j.stayed + j.gone, 0) as stay_rate,
        wilson_low(j.stayed, j.stayed + j.gone) as low,
        wilson_high(j.stayed, j.stayed + j.gone) as high,
    from invited as i
    full join joined as j on i.store = j.store and is_same(i.value, j.value)
)

select * from final
order by joined desc, invited desc nulls last, store asc nulls last, value asc nulls last
