"""Why sales changed: the number of customers, how often they buy, what an order is worth."""

from datetime import date
from decimal import Decimal
from math import log

import pytest

HEAD = "成交日期,订单号,门店,导购,客户,电话,金额\n"
OCTOBER = {"first": date(2026, 10, 1), "last": date(2026, 10, 31), "assistant": None}
BEFORE = """\
2026-08-31,A0,S,Li,甲,13800138001,77777
2026-09-01,A1,S,Li,甲,13800138001,1000
2026-09-30,A2,S,Li,乙,13800138002,1000
"""
NOW = """\
2026-10-01,B1,S,Li,甲,13800138001,900
2026-10-02,B2,S,Li,甲,13800138001,900
2026-10-02,B2,S,Li,甲,13800138001,100
2026-10-03,B3,S,Li,乙,13800138002,500
2026-10-04,B4,S,Li,丙,13800138003,300
2026-10-31,B5,S,Li,丙,13800138003,500
2026-10-31,B5,S,Li,丙,13800138003,-200
2026-11-01,B6,S,Li,丙,13800138003,99999
"""
# October has 31 days, so the days before begin on 31 August: 79777 of 2 customers in 3 orders. October: 3000 of
# 3 customers in 5 orders. The logarithmic mean of the sales is (3000 - 79777) / ln(3000 / 79777).
MEAN = (3000 - 79777) / log(3000 / 79777)


def parts(shop, *columns: str, **asked: object) -> list[tuple[object, ...]]:
    return shop.ask("value/decomposition", "part", *(columns or ("change_cny",)), **(OCTOBER | asked))


def test_a_change_is_split_among_customers_frequency_and_ticket(shop) -> None:
    shop.bring("orders", HEAD + BEFORE + NOW)
    found = dict(parts(shop))
    assert float(found["customers"]) == pytest.approx(MEAN * log(3 / 2), abs=0.01)
    assert float(found["frequency"]) == pytest.approx(MEAN * log((5 / 3) / (3 / 2)), abs=0.01)
    assert float(found["ticket"]) == pytest.approx(MEAN * log((3000 / 5) / (79777 / 3)), abs=0.01)
    assert sum(found.values()) == 3000 - 79777


def test_the_days_before_are_as_many(shop) -> None:
    shop.bring("orders", HEAD + BEFORE + NOW)
    columns = ("before", "now", "revenue_before_cny", "revenue_cny", "before_first", "before_last", "can_split")
    days = (79777, 3000, date(2026, 8, 31), date(2026, 9, 30), True)
    assert parts(shop, *columns) == [
        ("customers", 2, 3, *days),
        ("frequency", 1.5, pytest.approx(5 / 3), *days),
        ("ticket", pytest.approx(79777 / 3), 600, *days),
    ]
    assert {first for _, first in parts(shop, "first_order_on")} == {date(2026, 8, 31)}


@pytest.mark.parametrize(("rows", "change"), [(NOW, 3000), (BEFORE, -79777)])
def test_from_nothing_or_to_nothing_is_all_customers(shop, rows, change) -> None:
    shop.bring("orders", HEAD + rows)
    assert parts(shop, "change_cny", "can_split") == [
        ("customers", change, False),
        ("frequency", 0, False),
        ("ticket", 0, False),
    ]


def test_more_given_back_than_sold_is_all_customers(shop) -> None:
    shop.bring("orders", HEAD + BEFORE + "2026-10-05,A0,S,Li,甲,13800138001,-500\n")
    assert parts(shop, "change_cny", "now") == [("customers", -80277, 0), ("frequency", 0, None), ("ticket", 0, None)]


def test_the_same_sales_may_come_about_in_another_way(shop) -> None:
    rows = "2026-09-15,A1,S,Li,甲,13800138001,600\n2026-10-01,B1,S,Li,甲,13800138001,300\n"
    shop.bring("orders", HEAD + rows + "2026-10-02,B2,S,Li,乙,13800138002,300\n")
    # Twice the customers, half the ticket: 600 · ln 2 = 415.888.
    split = [("customers", Decimal("415.89")), ("frequency", 0), ("ticket", Decimal("-415.89"))]
    assert parts(shop) == split


def test_without_sales_nothing_has_changed(shop) -> None:
    shop.bring("orders", HEAD + "2026-01-01,A1,S,Li,甲,13800138001,600\n")
    assert parts(shop, "change_cny", "before", "now") == [
        ("customers", 0, 0, 0),
        ("frequency", 0, None, None),
        ("ticket", 0, None, None),
    ]


def test_each_store_has_its_own_bridge(shop) -> None:
    shop.bring("orders", HEAD + BEFORE + NOW + "2026-10-02,C1,T,Han,丁,13800138004,100\n")
    both = shop.ask("value/store_decomposition", "store", "part", "change_cny", scope=("S", "T"), **OCTOBER)
    assert [row[1:] for row in both if row[0] == "S"] == parts(shop)
    assert [row for row in both if row[0] == "T"] == [
        ("T", "customers", 100),
        ("T", "frequency", 0),
        ("T", "ticket", 0),
    ]
    assert sum(change for *_, change in both) == sum(change for _, change in parts(shop, scope=("S", "T")))
