-- When a store's customer first got to each stage, for the customers whose rows stand in the temporary tables "met_KIND".
with contacts as (
    select store, customer_key, day, phone_key, wechat_key, contact_key from met_calls
    union all
    select store, customer_key, day, phone_key, wechat_key, contact_key from met_invites
    union all
    select store, customer_key, day, phone_key, wechat_key, contact_key from met_leads
    union all
    select store, customer_key, day, phone_key, wechat_key, contact_key from met_visits
    union all
    select store, customer_key, day, phone_key, wechat_key, contact_key from met_orders
),

reached as (
    select store, customer_key, day, 'called' as stage from met_calls
    union all
    select store, customer_key, day, 'connected' as stage from met_calls where outcome = 'connected'
    union all
    select store, customer_key, day, 'agreed' as stage from met_calls where group_agreed
    union all
    select store, customer_key, day, 'invited' as stage from met_calls where visit_agreed
    union all
    select store, customer_key, day, 'agreed' as stage from met_invites where agreed_to in ('group', 'both')
    union all
    select store, customer_key, day, 'invited' as stage from met_invites where agreed_to in ('visit', 'both')
    union all
    select store, customer_key, coalesce(joined_on, day) as day, 'joined' as stage from met_invites
    where coalesce(joined_group, joined_on is not null)
    union all
    select store, customer_key, coalesce(visited_on, day) as day, 'visited' as stage from met_invites
    where coalesce(visited, visited_on is not null)
    union all
    select store, customer_key, coalesce(closed_on, day) as day, 'ordered' as stage from met_invites
    where coalesce(closed, closed_on is not null)
    union all
    select store, customer_key, day, 'lead' as stage from met_leads
    union all
    select store, customer_key, day, 'valid' as stage from met_leads where valid
    union all
    select store, customer_key, day, 'visited' as stage from met_visits
    union all
    select store, customer_key, day, 'ordered' as stage from met_visits where closed
    union all
    select store, customer_key, day, 'ordered' as stage from met_orders where kind <> 'refund'
    union all
    select store, customer_key, day, 'phone' as stage from met_leads where got_phone or first_contact = 'phone'
    union all
    select store, customer_key, day, 'wechat' as stage from met_leads where got_wechat or first_contact = 'wechat'
    union all
    select store, customer_key, day, 'wechat' as stage from met_calls where wechat_added
    union all
    select store, customer_key, day, 'phone' as stage from contacts where contact_key = phone_key
    union all
    select store, customer_key, day, 'wechat' as stage from contacts where wechat_key is not null
),

final as (
    select
        store,
        customer_key,
        min(day) filter (where stage = 'lead') as lead_on,
        min(day) filter (where stage = 'valid') as valid_on,
        min(day) filter (where stage = 'phone') as phone_on,
        min(day) filter (where stage = 'wechat') as wechat_on,
        min(day) filter (where stage = 'called') as called_on,
        min(day) filter (where stage = 'connected') as connected_on,
        min(day) filter (where stage = 'agreed') as agreed_on,
        min(day) filter (where stage = 'joined') as joined_on,
        min(day) filter (where stage = 'invited') as invited_on,
        min(day) filter (where stage = 'visited') as visited_on,
        min(day) filter (where stage = 'ordered') as ordered_on,
    from reached
    group by all
)

select * from final
