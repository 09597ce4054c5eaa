"""Where each store of the demo shop loses its customers, asked of the shop."""

from collections.abc import Callable
from typing import Any

from data.demo.people import STORES

Ask = Callable[[str], list[Any]]


def by_store(rows: list[Any]) -> dict[str, float]:
    return {store: float(value) for store, value in rows}


def test_visits_stop_at_two_stores_and_come_at_the_others(ask: Ask) -> None:
    rates = by_store(
        ask("""
            select store, avg((visited_on is not null)::integer)
            from customer_state where valid_on between $first and $settled group by store
        """)
    )
    assert set(rates) == set(STORES)
    assert rates.pop("城北店") < 0.5
    assert rates.pop("会展店") < 0.56
    assert rates.pop("旗舰店") > 0.6
    assert 0.45 < min(rates.values()) < max(rates.values()) < 0.75


def test_orders_stop_at_two_stores(ask: Ask) -> None:
    # A month has only some sixty visitors a store, too few to tell one store from the next: they are counted together.
    [(two, others)] = ask("""
        select
            avg((ordered_on is not null)::integer) filter (store in ('城南店', '大学城店')),
            avg((ordered_on is not null)::integer) filter (store not in ('城南店', '大学城店')),
        from customer_state
        where first_on >= $first and invited_on is not null and visited_on <= $last - 5
    """)
    assert 0.2 < two < 0.34
    assert 0.36 < others < 0.5


def test_each_lost_order_has_its_stores_reason(ask: Ask) -> None:
    shares = ask("""
        select
            store,
            avg((lost_reason = '价格')::integer) filter (lost_reason <> '再考虑') as price,
            avg((gift_only)::integer) as gifts,
            avg((lost_reason is null)::integer) filter (not gift_only) as unsaid,
        from visits where not closed group by store
    """)
    price, gifts, unsaid = (by_store([(row[0], row[at]) for row in shares]) for at in (1, 2, 3))
    assert price.pop("城南店") > 0.5
    assert gifts.pop("大学城店") > 0.25
    assert 0.18 < unsaid.pop("滨江店") < 0.4
    assert max(price.values()) < 0.45
    assert max(gifts.values()) < 0.15
    assert max(unsaid.values()) < 0.2


def test_second_contacts_and_validity_fall_short_at_one_store_each(ask: Ask) -> None:
    won = ask("""
        select
            store,
            avg(got_wechat::integer) filter (first_contact = 'phone' and valid) as wechat,
            avg(got_phone::integer) filter (first_contact = 'wechat' and valid) as phone,
            avg(valid::integer) as valid,
        from leads where day >= $first group by store
    """)
    wechat, phone, valid = (by_store([(row[0], row[at]) for row in won]) for at in (1, 2, 3))
    for rates, store, below, least, most in ((wechat, "机场路店", 0.82, 0.83, 0.97), (phone, "滨江店", 0.68, 0.7, 0.9)):
        assert rates.pop(store) < below
        assert least < min(rates.values()) < max(rates.values()) < most
    assert valid.pop("新城店") < 0.7
    assert 0.84 < min(valid.values()) < max(valid.values()) < 0.92


def test_grade_a_means_an_order_but_at_one_store(ask: Ask) -> None:
    ordered = by_store(
        ask("""
            select l.store, avg((s.ordered_on is not null)::integer)
            from leads as l
            inner join customer_state as s on l.store = s.store and l.customer_key = s.customer_key
            where l.day < $first and l.grade = 'A' group by l.store
        """)
    )
    assert ordered.pop("高新店") < 0.45
    assert min(ordered.values()) > 0.6
    assert sum(ordered.values()) / len(ordered) > 0.75


def test_replies_are_poor_where_visits_stop(ask: Ask) -> None:
    rates = by_store(ask("select store, sum(replied) / sum(sent) from replies group by store"))
    assert rates["城北店"] <= 0.4
    assert 0.4 < rates["会展店"] < 0.5
    each = [float(rate) for (rate,) in ask("select sum(replied) / sum(sent) from replies group by store, assistant")]
    assert 0.28 < min(each) < 0.4
    assert 0.75 < max(each) < 0.87
