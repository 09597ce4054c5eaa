-- Which grade a customer had when.
-- noqa: disable=references.qualification
-- (The parameters of a macro look like columns of nowhere.)

-- Every change of a customer's grade: from this day on it was this one.
create or replace view grade_turns as
select store, customer_key, first_graded_on as day, grade
from customer_state
where first_graded_on is not null and not regraded
union all
select f.store, f.customer_key, f.day, f.grade
from raw.regrades as f
where list_contains(getvariable('allowed_stores'), f.store);

-- Who was known on a day and had not ordered, each with the grade last said up to then; null: nobody had graded them.
create or replace macro open_customers(of_day) as table
    with graded as (
        select store, customer_key, arg_max(grade, day) as grade
        from grade_turns
        where day <= of_day::date
        group by all
    )

    select s.* exclude (grade), s.holder as assistant, g.grade
    from customer_state as s
    left join graded as g on s.store = g.store and s.customer_key = g.customer_key
    where s.first_on <= of_day::date and coalesce(s.ordered_on > of_day::date, true);

-- Every touch of the days with the customer's grade at that time: a call, an invite, a visit, a service.
create or replace macro touches_between(first_day, last_day) as table
    with touches as (
        select 'calls' as kind, store, customer_key, day, assistant from calls
        union all
        select 'invites' as kind, store, customer_key, day, assistant from invites
        union all
        select 'visits' as kind, store, customer_key, day, assistant from visits
        union all
        select 'services' as kind, store, customer_key, day, assistant from services
    )

    select t.*, g.grade
    from touches as t
    asof left join grade_turns as g on t.store = g.store and t.customer_key = g.customer_key and t.day >= g.day
    where t.day between first_day::date and last_day::date;

-- The grade that the store's rules suggest for open customers, with the fact behind it. By the campaign: what was
-- answered, and whether the customer came; who agreed, joined or came was reached. By the lead time: how far off the
-- need is, and who sent the customer. Nothing is suggested for whom the rules aren't about. What was answered and when
-- the need is are as last said, what happened is as of the day.
create or replace macro suggested_on(of_day) as table
    with f as (select distinct store, referred_key from referrals where day <= of_day::date),

    told as (
        select
            c.*,
            r.grade_rules,
            least(c.called_on, c.connected_on, c.agreed_on, c.joined_on) as begun_on,
            least(c.connected_on, c.agreed_on, c.joined_on, c.visited_on) as reached_on,
            coalesce(c.source ilike '%介绍%' or c.source ilike '%referral%', false)
            or f.referred_key is not null as is_referred,
        from open_customers(of_day) as c
        inner join rules_on(of_day, of_day) as r on c.store = r.store
        left join f
            on c.store = f.store and c.customer_key = f.referred_key
    ),

    facts as (
        select
            *,
            case
                when grade_rules = 'campaign' and coalesce(begun_on > of_day::date, true) then null
                when grade_rules = 'campaign' and group_answer = 'refused' then 'refused'
                when
                    grade_rules = 'campaign' and visited_on <= of_day::date and group_answer = 'agreed'
                    then 'visited_agreed'
                when grade_rules = 'campaign' and reached_on <= of_day::date then 'connected'
                when grade_rules = 'campaign' then 'not_reached'
                when coalesce(lead_on > of_day::date, true) and needed_on is null and not is_referred then null
                when is_referred then 'referred'
                when needed_on is null then 'no_date'
                when needed_on <= of_day::date + interval 3 month then 'months_3'
                when needed_on <= of_day::date + interval 6 month then 'months_6'
                when needed_on <= of_day::date + interval 12 month then 'months_12'
                else 'later'
            end as fact,
        from told
    )

    select
        *,
        case
            when fact in ('visited_agreed', 'referred', 'months_3') then 'A'
            when fact in ('connected', 'months_6') then 'B'
            when fact in ('not_reached', 'months_12') then 'C'
            else 'D'
        end as suggested,
    from facts
    where fact is not null;

-- The grade letter of every customer who was open on either of two days, on both of them. "new": not known on the first
-- day; "closed": ordered by the last. Null: nobody had graded them.
create or replace macro moves_between(first_day, last_day) as table
    with before as (
        select store, customer_key, left(grade, 1) as grade from open_customers(first_day)
    ),

    after as (
        select store, customer_key, left(grade, 1) as grade from open_customers(last_day)
    )

    select
        s.*,
        if(b.customer_key is null, 'new', b.grade) as from_grade,
        if(a.customer_key is null, 'closed', a.grade) as to_grade,
        s.holder as assistant,
    from before as b
    full join after as a on b.store = a.store and b.customer_key = a.customer_key
    inner join customer_state as s
        on s.store = coalesce(b.store, a.store) and s.customer_key = coalesce(b.customer_key, a.customer_key);

-- Who was open as many days before as the store's rule order_days says, with the grade letter then, and whether the
-- customer has ordered by the day.
create or replace macro graded_before(of_day) as table
    with starts as (
        select store, order_days, of_day::date - order_days as start_on
        from rules_on(of_day, of_day)
    ),

    turns as (
        select t.store, t.customer_key, arg_max(left(t.grade, 1), t.day) as grade
        from grade_turns as t
        inner join starts as s on t.store = s.store and t.day <= s.start_on
        group by all
    )

    select
        c.* exclude (grade),
        c.holder as assistant,
        t.grade,
        s.start_on,
        coalesce(c.ordered_on <= of_day::date, false) as has_ordered,
    from customer_state as c
    inner join starts as s on c.store = s.store
    left join turns as t on c.store = t.store and c.customer_key = t.customer_key
    where c.first_on <= s.start_on and coalesce(c.ordered_on > s.start_on, true);
