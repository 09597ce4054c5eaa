"""How leads of the demo shop are worked, asked of the shop."""

from collections.abc import Callable
from typing import Any

Ask = Callable[[str], list[Any]]


def test_most_leads_are_touched_on_the_day_or_the_next_and_some_late_or_never(ask: Ask) -> None:
    [(same, next_day, later, never, before)] = ask("""
        with touches as (
            select store, customer_key, day from calls
            union all
            select store, customer_key, day from invites
        ),

        waits as (
            select l.store, l.customer_key, min(t.day) - min(l.day) as days
            from leads as l
            left join touches as t on l.store = t.store and l.customer_key = t.customer_key
            where l.valid and l.day between $first and $settled
            group by all
        )

        select
            avg(coalesce(days = 0, false)::integer), avg(coalesce(days = 1, false)::integer),
            avg(coalesce(days > 1, false)::integer), avg((days is null)::integer),
            avg(coalesce(days < 0, false)::integer),
        from waits
    """)
    assert 0.45 < same < 0.75
    assert 0.15 < next_day < 0.35
    assert 0.05 < later < 0.25
    assert 0.01 < never < 0.1
    assert before == 0


def test_visits_come_some_days_after_the_lead_and_orders_not_before_the_visit(ask: Ask) -> None:
    [(soon, usual, late, wrong)] = ask("""
        select
            quantile_cont(visited_on - lead_on, 0.1),
            quantile_cont(visited_on - lead_on, 0.5),
            quantile_cont(visited_on - lead_on, 0.9),
            count(*) filter (ordered_on < visited_on or visited_on < lead_on)
        from customer_state where lead_on >= $first and visited_on is not null
    """)
    assert 1 <= soon <= 4 <= usual <= 8 <= late < 25
    assert wrong == 0


def test_leads_are_needed_within_weeks_or_after_more_than_a_year(ask: Ask) -> None:
    [(said, soon, late)] = ask("""
        select
            avg((needed_on is not null)::integer),
            avg((needed_on - day <= 60)::integer),
            avg((needed_on - day > 365)::integer),
        from leads where valid
    """)
    assert 0.5 < said < 0.7
    assert soon > 0.1
    assert late > 0.05


def test_referred_leads_come_most_often_and_advertised_ones_least(ask: Ask) -> None:
    rates = dict(
        ask("""
            select source, avg((visited_on is not null)::integer)
            from customer_state where valid_on between $first and $settled and source not in ('walk_in', 'online')
            group by source having count(*) >= 50
        """)
    )
    assert len(rates) == 7
    assert max(rates, key=rates.__getitem__) == "老客转介绍"
    assert rates["老客转介绍"] > 0.6
    assert rates["抖音"] < 0.53


def test_the_campaign_loses_some_at_every_step_and_some_refuse(ask: Ask) -> None:
    [(called, connected, agreed, joined, visited, ordered)] = ask("""
        select
            count(*),
            count(connected_on),
            count(agreed_on) filter (connected_on is not null),
            count(joined_on) filter (connected_on is not null),
            count(*) filter (connected_on is not null and joined_on is not null and visited_on is not null),
            count(*) filter (
                connected_on is not null and joined_on is not null and visited_on is not null
                and ordered_on is not null
            ),
        from customer_state where called_on is not null and first_on >= $first
    """)
    assert 0.45 < connected / called < 0.65
    assert 0.5 < agreed / connected < 0.85
    assert 0.6 < joined / agreed < 0.9
    assert 0.03 < visited / joined < 0.25
    assert 0.25 < ordered / visited < 0.7
    [(rejected, no)] = ask("""
        select
            avg((outcome = 'rejected')::integer),
            avg((not group_agreed)::integer) filter (outcome = 'connected')
        from calls
    """)
    assert 0.02 < rejected < 0.1
    assert no > 0.3
