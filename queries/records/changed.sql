-- question: Which figures of an assistant's day differ between two data versions, and what changed them last?
-- grain:    one row per store, assistant, day and figure that differs; calls are null where no call log was in
-- params:   $first_version integer; $second_version integer
-- columns:  store varchar; assistant varchar; day date; figure varchar; before decimal(18,2); after decimal(18,2); difference decimal(19,2); version integer
-- reads:    figure_versions
with moved as (
    select distinct store, assistant, day
    from figure_versions
    where version > $first_version and version <= $second_version
),

known as (
    select v.*
    from figure_versions as v
    semi join moved as m on v.store = m.store and v.assistant = m.assistant and v.day = m.day
    where v.version <= $second_version
),

steps as (
    select
        *,
        lag(value) over (partition by store, assistant, day, figure order by version) as value_before,
    from known
),

ends as (
    select
        store,
        assistant,
        day,
        figure,
        place,
        arg_max_null(value, version) filter (where version <= $first_version) as before,
        arg_max_null(value, version) as after,
        max(version) filter (where coalesce(value, 0) <> coalesce(value_before, 0)) as version,
    from steps
    group by all
),

final as (
    select
        store,
        assistant,
        day,
        figure,
        place,
        if(figure = 'calls', before, coalesce(before, 0)) as before,
        after,
        coalesce(after, 0) - coalesce(before, 0) as difference,
        version,
    from ends
    where coalesce(before, 0) <> coalesce(after, 0)
)

select * exclude (place) from final
order by store, assistant, day, place
