-- What each row tells of a store's customer: the stages it shows the customer at, and who said what. One row per row of
-- the temporary views "met_KIND". A touch is a call, an invite, a visit or a service. "place" is the order in which
-- things were said.
-- noqa: disable=ambiguous.set_columns
with said as (
    select
        2 as log,
        true as is_touch,
        store, customer_key, day, batch_id, row_no, assistant, customer, grade, product,
        day as called_on,
        case when outcome = 'connected' then day end as connected_on,
        case when group_agreed then day end as agreed_on,
        case when visit_agreed then day end as invited_on,
        case when contact_key = phone_key then day end as phone_on,
        case when wechat_key is not null or wechat_added then day end as wechat_on,
        case when group_agreed then 'agreed' when not group_agreed or outcome = 'rejected' then 'refused' end
            as group_answer,
    from met_calls
    union all by name
    select
        3 as log,
        true as is_touch,
        store, customer_key, day, batch_id, row_no, assistant, customer, grade, product,
        case when agreed_to in ('group', 'both') then day end as agreed_on,
        case when agreed_to in ('visit', 'both') then day end as invited_on,
        case when coalesce(joined_group, joined_on is not null) then coalesce(joined_on, day) end as joined_on,
        case when coalesce(visited, visited_on is not null) then coalesce(visited_on, day) end as visited_on,
        case when coalesce(closed, closed_on is not null) then coalesce(closed_on, day) end as ordered_on,
        case when contact_key = phone_key then day end as phone_on,
        case when wechat_key is not null then day end as wechat_on,
        case when agreed_to in ('group', 'both') or coalesce(joined_group, joined_on is not null) then 'agreed' end
            as group_answer,
    from met_invites
    union all by name
    select
        1 as log,
        false as is_touch,
        store, customer_key, day, batch_id, row_no, assistant, customer, grade, product, source,
        day as lead_on,
        case when valid then day end as valid_on,
        case when not valid then day end as invalid_on,
        needed_on,
        case
            when first_contact in ('phone', 'wechat') then first_contact
            when contact_key = phone_key and wechat_key is null then 'phone'
            when phone_key is null and wechat_key is not null then 'wechat'
        end as came_by,
        case when contact_key = phone_key or got_phone or first_contact = 'phone' then day end as phone_on,
        case when wechat_key is not null or got_wechat or first_contact = 'wechat' then day end as wechat_on,
    from met_leads
    union all by name
    select
        4 as log,
        true as is_touch,
        store, customer_key, day, batch_id, row_no, assistant, customer, grade, product,
        day as visited_on,
        case when closed then day end as ordered_on,
        case when contact_key = phone_key then day end as phone_on,
        case when wechat_key is not null then day end as wechat_on,
    from met_visits
    union all by name
    select
        0 as log,
        false as is_touch,
        store, customer_key, day, batch_id, row_no, customer, product,
        case when kind <> 'refund' then day end as ordered_on,
        case when contact_key = phone_key then day end as phone_on,
        case when wechat_key is not null then day end as wechat_on,
    from met_orders
    union all by name
    select 5 as log, true as is_touch, store, customer_key, day, batch_id, row_no, assistant, customer
    from met_services
    union all by name
    select 0 as log, false as is_touch, store, customer_key, day, batch_id, row_no, customer, grade
    from met_group_members
    union all by name
    select 6 as log, false as is_touch, store, customer_key, day, batch_id, row_no, to_assistant as assistant, customer
    from met_handovers
    where status = 'done'
)

select *, said_in_order(day, log, batch_id, row_no) as place
from said
