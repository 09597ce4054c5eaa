"""What old customers of the demo shop buy, whom they bring and who looks after them, asked of the shop."""

from collections.abc import Callable
from typing import Any

Ask = Callable[[str], list[Any]]


def by_store(rows: list[Any]) -> dict[str, float]:
    return {store: float(value) for store, value in rows}


def test_a_fifth_of_the_customers_bring_two_thirds_and_some_cost_more_than_they_bring(ask: Ask) -> None:
    [(customers, top, losing)] = ask("""
        with customers as (
            select customer_key, sum(amount) as revenue, sum(amount - coalesce(cost, 0)) as margin
            from orders group by customer_key
        ),

        ranked as (
            select *, percent_rank() over (order by revenue desc) as place from customers
        )

        select
            count(*), sum(revenue) filter (place <= 0.2) / sum(revenue), avg((margin < 0)::integer)
        from ranked
    """)
    assert customers > 2000
    assert 0.65 < top < 0.85
    assert 0.03 < losing < 0.15


def test_refunds_are_negative_however_they_were_written(ask: Ask) -> None:
    [(sold, returned, share)] = ask("""
        select
            count(*) filter (kind = 'sale'),
            count(*) filter (kind = 'refund'),
            -sum(amount) filter (amount < 0) / sum(amount) filter (amount > 0),
        from orders where (kind = 'refund') = (amount < 0)
    """)
    assert [(sold + returned,)] == ask("select count(*) from orders")
    assert returned > 150
    assert 0.02 < share < 0.1


def test_old_customers_bought_before_the_period_and_some_come_back(ask: Ask) -> None:
    [(old, back)] = ask("""
        with customers as (
            select customer_key, min(day) as first_on, max(day) as last_on
            from orders where kind = 'sale' group by customer_key
        )

        select count(*), count(*) filter (last_on >= $first) from customers where first_on < $first
    """)
    assert old == 90 * 12
    assert 0.15 < back / old < 0.4


def test_referrals_are_two_levels_deep_with_one_circle_one_who_refers_himself_and_one_too_late(ask: Ask) -> None:
    pairs = set(ask("select customer_key, referred_key from referrals where action = 'refer'"))
    referrers, referred = {one for one, _ in pairs}, {other for _, other in pairs}
    assert len(referrers & referred) > 50
    assert len([pair for pair in pairs if pair[0] == pair[1]]) == 1
    by_others = [other for one, other in pairs if one != other]
    assert len(by_others) - len(set(by_others)) == 1
    assert len([pair for pair in pairs if pair[::-1] in pairs and pair[0] != pair[1]]) == 2  # both ways of one circle
    given = by_store(ask("select store, sum(referrals_given) / count(*) from services group by store"))
    assert given.pop("城东店") < 2
    assert min(given.values()) > 2.4


def test_the_leavers_customers_are_handed_over_in_part(ask: Ask) -> None:
    states = dict(ask("select status, count(*) from handovers where from_assistant = '任浩宇' group by status"))
    assert set(states) == {"done", "waiting", "refused"}
    assert 0.7 < states["done"] / sum(states.values()) < 0.95
    [(held, taken)] = ask("""
        select count(*) filter (holder = '任浩宇'), count(*) filter (holder <> '任浩宇')
        from customer_state where store = '新城店'
            and customer_key in (select customer_key from handovers where status = 'done')
    """)
    assert (held, taken) == (0, states["done"])
    [(left_behind,)] = ask("select count(*) from customer_state where store = '新城店' and holder = '任浩宇'")
    assert left_behind > states["waiting"]
