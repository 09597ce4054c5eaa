-- When a store's customer first got to each stage, for the customers whose rows stand in the temporary tables "met_KIND".
with told as (
    select
        store,
        customer_key,
        min(day) as called_on,
        min(day) filter (where outcome = 'connected') as connected_on,
        min(day) filter (where group_agreed) as agreed_on,
        min(day) filter (where visit_agreed) as invited_on,
        min(day) filter (where contact_key = phone_key) as phone_on,
        min(day) filter (where wechat_key is not null or wechat_added) as wechat_on,
    from met_calls
    group by all
    union all by name
    select
        store,
        customer_key,
        min(day) filter (where agreed_to in ('group', 'both')) as agreed_on,
        min(day) filter (where agreed_to in ('visit', 'both')) as invited_on,
        min(coalesce(joined_on, day)) filter (where coalesce(joined_group, joined_on is not null)) as joined_on,
        min(coalesce(visited_on, day)) filter (where coalesce(visited, visited_on is not null)) as visited_on,
        min(coalesce(closed_on, day)) filter (where coalesce(closed, closed_on is not null)) as ordered_on,
        min(day) filter (where contact_key = phone_key) as phone_on,
        min(day) filter (where wechat_key is not null) as wechat_on,
    from met_invites
    group by all
    union all by name
    select
        store,
        customer_key,
        min(day) as lead_on,
        min(day) filter (where valid) as valid_on,
        min(day) filter (where contact_key = phone_key or got_phone or first_contact = 'phone') as phone_on,
        min(day) filter (where wechat_key is not null or got_wechat or first_contact = 'wechat') as wechat_on,
    from met_leads
    group by all
    union all by name
    select
        store,
        customer_key,
        min(day) as visited_on,
        min(day) filter (where closed) as ordered_on,
        min(day) filter (where contact_key = phone_key) as phone_on,
        min(day) filter (where wechat_key is not null) as wechat_on,
    from met_visits
    group by all
    union all by name
    select
        store,
        customer_key,
        min(day) filter (where kind <> 'refund') as ordered_on,
        min(day) filter (where contact_key = phone_key) as phone_on,
        min(day) filter (where wechat_key is not null) as wechat_on,
    from met_orders
    group by all
),

final as (
    select
        store,
        customer_key,
        min(lead_on) as lead_on,
        min(valid_on) as valid_on,
        min(phone_on) as phone_on,
        min(wechat_on) as wechat_on,
        min(called_on) as called_on,
        min(connected_on) as connected_on,
        min(agreed_on) as agreed_on,
        min(joined_on) as joined_on,
        min(invited_on) as invited_on,
        min(visited_on) as visited_on,
        min(ordered_on) as ordered_on,
    from told
    group by all
)

select * from final
