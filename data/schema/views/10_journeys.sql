-- How far customers have come.
-- noqa: disable=references.qualification,ambiguous.set_columns
-- (The parameters of a macro look like columns of nowhere.)

-- Every lead with the day on which it first got to each stage; a later stage implies the earlier ones. To know phone
-- and WeChat implies that a lead is valid, unless somebody said it is not. Who had ordered before is no new lead.
create or replace view lead_journeys as
with known as (
    select
        *,
        least(visited_on, ordered_on) as came_on,
        least(invited_on, came_on) as asked_on,
        case
            when phone_on is not null and wechat_on is not null and (valid_on is not null or invalid_on is null)
                then greatest(phone_on, wechat_on)
        end as both_on,
    from customer_state
    where lead_on is not null and coalesce(ordered_on >= lead_on, true)
)

select
    * exclude (came_on, asked_on, both_on) replace (
        least(valid_on, both_on, asked_on) as valid_on,
        asked_on as invited_on,
        came_on as visited_on
    ),
    holder as assistant,
    invited_on as visit_agreed_on,
    least(both_on, asked_on) as contact_on,
from known;

-- The same of everybody who was called or invited into a group.
create or replace view campaign_journeys as
with known as (
    select
        *,
        least(visited_on, ordered_on) as came_on,
        least(joined_on, came_on) as in_group_on,
        least(agreed_on, in_group_on) as willing_on,
        least(called_on, connected_on, agreed_on, joined_on) as begun_on,
    from customer_state
    where begun_on is not null and coalesce(ordered_on >= begun_on, true)
)

select
    * exclude (came_on, in_group_on, willing_on, begun_on) replace (
        begun_on as called_on,
        least(connected_on, willing_on) as connected_on,
        willing_on as agreed_on,
        in_group_on as joined_on,
        came_on as visited_on
    ),
    holder as assistant,
from known;

-- A store's leads and campaign customers in one form. "steps" are the days of the stages in order, from entering to
-- ordering; "won_on" is since when a valid lead that came by phone has WeChat, or the other way round.
create or replace view journeys as
select
    'leads' as funnel,
    store,
    customer_key,
    customer,
    assistant,
    source,
    product,
    grade,
    came_by,
    first_touch_on,
    last_touch_on,
    visit_agreed_on,
    revenue_cny,
    lead_on as entered_on,
    [lead_on, valid_on, contact_on, invited_on, visited_on, ordered_on] as steps,
    case
        when valid_on is null then null
        when came_by = 'phone' and wechat_on is not null then greatest(valid_on, wechat_on)
        when came_by = 'wechat' and phone_on is not null then greatest(valid_on, phone_on)
    end as won_on,
from lead_journeys
union all by name
select
    'campaign' as funnel,
    store,
    customer_key,
    customer,
    assistant,
    source,
    product,
    grade,
    came_by,
    first_touch_on,
    last_touch_on,
    invited_on as visit_agreed_on,
    revenue_cny,
    called_on as entered_on,
    [called_on, connected_on, agreed_on, joined_on, visited_on, ordered_on] as steps,
from campaign_journeys;

-- The stages of a funnel in order; none without a store to see.
create or replace macro funnel_stages(of_funnel) as table
    select
        unnest(range(1, 7)) as place,
        unnest(
            if(
                of_funnel = 'leads',
                ['lead', 'valid', 'contact', 'invited', 'visited', 'ordered'],
                ['called', 'connected', 'agreed', 'joined', 'visited', 'ordered']
            )
        ) as stage
    where exists (from scope);

-- Who entered between two days, and how many stages each had got through by the last of them: the stages come in
-- order, so the first so many. "is_open": entered too short a while ago to judge.
create or replace macro entered(first_day, last_day) as table
    select
        j.*,
        len(list_filter(j.steps, lambda step: step <= last_day::date))::integer as reached,
        j.entered_on > last_day::date - r.mature_days as is_open,
    from journeys as j
    inner join rules_on(last_day, last_day) as r on j.store = r.store
    where j.entered_on between first_day::date and last_day::date;
