-- What the logs tell of one customer.
-- noqa: disable=references.qualification,ambiguous.set_columns
-- (The parameters of a macro look like columns of nowhere.)

-- One row per row of a log about the customer. "result" is a word of the log's vocabulary, "detail" what was written.
create or replace macro told_of(customer) as table
    select
        'leads' as kind, store, day, moment, assistant, grade, product, source as detail,
        case when valid then 'valid' when not valid then 'invalid' end as result,
        null::decimal(18, 2) as amount_cny,
    from leads
    where customer_key = customer
    union all by name
    select
        'calls' as kind, store, day, moment, assistant, grade, product, note as detail, outcome as result,
        case
            when group_agreed and visit_agreed then 'both' when group_agreed then 'group' when visit_agreed then 'visit'
        end as agreed_to,
    from calls
    where customer_key = customer
    union all by name
    select 'invites' as kind, store, day, moment, assistant, grade, product, note as detail, agreed_to
    from invites
    where customer_key = customer
    union all by name
    select 'joined' as kind, store, coalesce(joined_on, day) as day, assistant
    from invites
    where customer_key = customer and coalesce(joined_group, joined_on is not null)
    union all by name
    select
        'visits' as kind, store, day, moment, assistant, grade, product, coalesce(lost_reason, note) as detail,
        case when is_lost then 'lost' else 'closed' end as result,
    from visits_between(date '0001-01-01', date '9999-12-30')
    where customer_key = customer
    union all by name
    select
        'orders' as kind, store, day, moment, assistant, product, note as detail, kind as result, amount as amount_cny,
    from orders
    where customer_key = customer
    union all by name
    select 'services' as kind, store, day, moment, assistant, note as detail, service as result
    from services
    where customer_key = customer
    union all by name
    select 'referrals' as kind, store, day, moment, assistant, referred as detail, action as result
    from referrals
    where customer_key = customer
    union all by name
    select 'referred' as kind, store, day, moment, assistant, referrer as detail, action as result
    from referrals
    where referred_key = customer
    union all by name
    select 'group_members' as kind, store, day, moment, assistant, grade, group_name as detail, junk_reason as result
    from group_members
    where customer_key = customer
    union all by name
    select
        'handovers' as kind, store, day, moment, to_assistant as assistant, from_assistant as detail, status as result
    from handovers
    where customer_key = customer;
