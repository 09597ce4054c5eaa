-- Who was referred.
-- noqa: disable=references.qualification,ambiguous.set_columns
-- (The parameters of a macro look like columns of nowhere.)

-- Everybody whom somebody else has named up to a day, and when first.
create or replace macro named_by(of_day) as table
    select store, referred_key as customer_key, min(day) as named_on
    from referrals
    where day <= of_day::date and coalesce(referred_key <> customer_key, referred_key is not null)
    group by all;

-- Who entered between two days: referred, or as a lead whom nobody has named by the last of them. Who is named after
-- having come is not referred. "has_visited" and "has_ordered" by the last day.
create or replace macro referred_or_led(first_day, last_day) as table
    select
        n.store,
        true as is_referred,
        null as source,
        s.holder as assistant,
        n.named_on > last_day::date - r.mature_days as is_open,
        coalesce(least(s.visited_on, s.ordered_on) <= last_day::date, false) as has_visited,
        coalesce(s.ordered_on <= last_day::date, false) as has_ordered,
    from named_by(last_day) as n
    inner join rules_on(last_day, last_day) as r on n.store = r.store
    left join customer_state as s on n.store = s.store and n.customer_key = s.customer_key
    where n.named_on >= first_day::date and coalesce(least(s.visited_on, s.ordered_on) >= n.named_on, true)
    union all by name
    select
        e.store,
        false as is_referred,
        e.source,
        e.assistant,
        e.is_open,
        e.reached >= 5 as has_visited,
        e.reached >= 6 as has_ordered,
    from entered(first_day, last_day) as e
    anti join named_by(last_day) as n on e.store = n.store and e.customer_key = n.customer_key
    where e.funnel = 'leads';
