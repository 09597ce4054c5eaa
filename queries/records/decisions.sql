-- question: What has somebody decided about who is who, the newest first?
-- grain:    one row per decision about two contacts, or about one: then there is no other
-- params:   $most integer
-- columns:  decision_id integer; made_at timestamp; user_name varchar; action varchar; store varchar; one varchar; one_contact varchar; other varchar; other_contact varchar; voided_at timestamp
-- reads:    decisions
with final as (
    select
        decision_id,
        made_at,
        user_name,
        action,
        store,
        case when one_key <> other_key then one_name end as one,
        one_contact,
        case when one_key <> other_key then other_name end as other,
        case when one_key <> other_key then other_contact end as other_contact,
        voided_at,
    from decisions
    order by decision_id desc
    limit $most
)

select * from final order by decision_id desc
