-- question: What has somebody decided about who is who, the newest first?
-- grain:    one row per decision about two contacts
-- params:   $most integer
-- columns:  decision_id integer; made_at timestamp; user_name varchar; action varchar; store varchar; one varchar; one_contact varchar; other varchar; other_contact varchar; voided_at timestamp
-- reads:    decisions, contacts
with newest as (
    select *
    from decisions
    order by decision_id desc
    limit $most
),

final as (
    select
        d.decision_id,
        d.made_at,
        d.user_name,
        d.action,
        d.store,
        d.one_name as one,
        c1.shown as one_contact,
        d.other_name as other,
        c2.shown as other_contact,
        d.voided_at,
    from newest as d
    left join contacts as c1 on d.one_key = c1.contact_key
    left join contacts as c2 on d.other_key = c2.contact_key
)

select * from final order by decision_id desc
