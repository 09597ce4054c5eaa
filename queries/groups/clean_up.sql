-- question: Which members should leave the groups, and why?
-- grain:    one row per member with a junk reason in the last count of the group, who harms the group most first
-- params:   $day date; $assistant varchar; $most integer
-- columns:  store varchar; group_name varchar; customer_key ubigint; customer varchar; contacts varchar[]; junk_reason varchar; grade varchar; assistant varchar; channel varchar; joined_on date; counted_on date; of_all integer
-- reads:    members_on, customer_state
-- "assistant": who invited the member, else who holds the customer. "of_all": how many there are without the limit.
with found as (
    select *, count(*) over ()::integer as of_all
    from members_on($day)
    where part = 'junk' and is_of_either(inviter, holder, $assistant)
    order by
        list_position(['advertiser', 'competitor', 'troublemaker', 'other', 'no_intent'], junk_reason) asc,
        store asc,
        group_name asc,
        customer_key asc
    limit $most
),

final as (
    select
        f.store,
        f.group_name,
        f.customer_key,
        masked_name(s.customer) as customer,
        contacts_of(f.customer_key) as contacts,
        f.junk_reason,
        f.grade,
        coalesce(f.inviter, f.holder) as assistant,
        f.channel,
        f.joined_on,
        f.counted_on,
        f.of_all,
    from found as f
    inner join customer_state as s on f.store = s.store and f.customer_key = s.customer_key
)

select * from final
order by
    list_position(['advertiser', 'competitor', 'troublemaker', 'other', 'no_intent'], junk_reason) asc,
    store asc,
    group_name asc,
    customer_key asc
