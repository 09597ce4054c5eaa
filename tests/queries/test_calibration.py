"""Whether a grade keeps its promise: who had it when the time to order began, and who has ordered since."""

from datetime import date

import pytest

DAY = date(2026, 11, 30)  # 90 days before: 1 September
HEADER = "日期,门店,导购,客户,电话,客户等级\n"
CALLS = (
    HEADER
    + """\
2026-08-20,S,Li,赵,13800138001,A
2026-08-21,S,Li,钱,13800138002,A1
2026-08-22,S,Li,孙,13800138003,B
2026-09-05,S,Li,孙,13800138003,A
2026-08-23,S,Li,李,13800138004,A
2026-09-02,S,Li,周,13800138005,A
2026-09-01,S,Wu,吴,13800138006,A
2026-08-24,S,Wu,郑,13800138007,
"""
)
# 赵 (A) buys in October, 钱 (A1) doesn't. 孙 is B on 1 September, A later. 李 has bought by then, 周 isn't known yet. 吴 is
# graded on the very day and buys on the next. 郑 has no grade.
ORDERS = """\
成交日期,门店,导购,客户,电话,金额
2026-10-01,S,Li,赵,13800138001,900
2026-08-25,S,Li,李,13800138004,900
2026-09-02,S,Wu,吴,13800138006,900
"""


@pytest.fixture
def full(shop):
    shop.bring("calls", CALLS)
    shop.bring("orders", ORDERS)
    return shop


def counts(shop, day: date = DAY, **asked: object) -> list[tuple[object, ...]]:
    return shop.ask("grades/calibration", "grade", "customers", "ordered", day=day, **({"assistant": None} | asked))


def test_the_customers_are_those_open_at_the_start_by_their_grade_then(full) -> None:
    assert counts(full) == [("A", 3, 2), ("B", 1, 0)]  # 赵, 钱, 吴; 孙
    assert counts(full, date(2026, 11, 29)) == [("A", 2, 1), ("B", 1, 0)]  # 吴 wasn't known on 31 August
    assert counts(full, date(2026, 9, 30)) == []  # before anybody was known


def test_the_rate_comes_with_its_interval_and_for_a_with_a_verdict(full) -> None:
    (a, _) = full.ask("grades/calibration", "rate", "low", "high", day=DAY, assistant=None)
    # Wilson of 2 in 3: (2 + 1.921) / 6.841 ± 1.960 / 6.841 · √(2 · 1 / 3 + 0.960) = 0.573 ± 0.365.
    assert a == pytest.approx((2 / 3, 0.2077, 0.9385), abs=1e-4)
    (verdict,) = full.ask("grades/a_verdict", day=DAY, assistant=None)
    assert verdict[:4] == ("S", 3, 2, pytest.approx(2 / 3))
    assert verdict[-2:] == (0.7, "too_few")
    full.rule("a_order_rate", "20%", day=30)
    assert full.ask("grades/a_verdict", "verdict", day=DAY, assistant=None) == [("pass",)]
    full.rule("a_order_rate", "", day=30)
    assert full.ask("grades/a_verdict", "benchmark", "verdict", day=DAY, assistant=None) == [(None, None)]


def test_a_refund_takes_no_order_back(full) -> None:
    full.bring("orders", "成交日期,门店,导购,客户,电话,金额\n2026-10-09,S,Li,赵,13800138001,-900\n")
    assert counts(full)[0] == ("A", 3, 2)


def test_the_list_behind_a_row_begins_with_who_has_not_ordered(full) -> None:
    columns = ("customer", "start_on", "ordered_on")
    start = date(2026, 9, 1)
    assert full.ask("customers/expected", *columns, day=DAY, assistant=None, grade="A", most=9) == [
        ("钱", start, None),
        ("吴", start, date(2026, 9, 2)),
        ("赵", start, date(2026, 10, 1)),
    ]
    assert full.ask("customers/expected", "customer", day=DAY, assistant="Wu", grade="A", most=9) == [("吴",)]


def test_a_store_may_give_its_customers_another_time_to_order(full) -> None:
    full.bring("calls", HEADER + "2026-10-20,T,Han,冯,13900139001,A\n2026-11-10,T,Han,陈,13900139002,A\n")
    both = {"scope": ("S", "T")}
    assert counts(full, **both) == [("A", 3, 2), ("B", 1, 0)]  # neither was known on 1 September
    full.rule("order_days", "30", day=30, store="T")  # since 31 October: 冯
    assert counts(full, **both) == [("A", 4, 2), ("B", 1, 0)]
    assert counts(full, scope=("T",)) == [("A", 1, 0)]
    assert counts(full, date(2026, 11, 29), scope=("T",)) == []  # the rule before the change: 90 days
