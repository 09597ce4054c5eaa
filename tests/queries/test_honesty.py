"""Whether A is honest in all stores together, and from when on that can be said."""

from datetime import date

import pytest

DAY = date(2026, 11, 24)  # 30 days before: 25 October
HEADER = "日期,门店,导购,客户,电话,客户等级\n"
CALLS = (
    HEADER
    + """\
2026-10-20,S,Li,赵,13800138001,A
2026-10-21,S,Li,钱,13800138002,A
2026-10-22,S,Wu,孙,13800138003,B
2026-10-23,T,Han,李,13800138004,A
2026-10-24,T,Han,周,13800138005,A
2026-10-25,T,Han,吴,13800138006,A
2026-10-01,T,Han,郑,13800138007,A
"""
)
# 郑 buys on the very day of the grade, so nobody waits for that order. 赵 and 李 buy within 30 days.
ORDERS = """\
成交日期,门店,导购,客户,电话,金额
2026-10-01,T,Han,郑,13800138007,900
2026-10-28,S,Li,赵,13800138001,900
2026-10-28,T,Han,李,13800138004,900
"""
BOTH = ("S", "T")


@pytest.fixture
def full(shop):
    shop.bring("calls", CALLS)
    shop.bring("orders", ORDERS)
    shop.rule("order_days", "30")
    return shop


def test_stores_together_are_held_against_what_each_should_come_to(full) -> None:
    asked = {"day": DAY, "assistant": None, "scope": BOTH}
    columns = ("customers", "ordered", "rate", "benchmark", "verdict")
    assert full.ask("grades/honesty", *columns, **asked) == [
        (5, 2, 0.4, pytest.approx(0.7), "too_few"),  # 赵 and 李 of 赵, 钱, 李, 周, 吴
    ]
    full.rule("a_order_rate", "20%", day=24, store="T")
    # 2 of S at 70 %, 3 of T at 20 %: (1.4 + 0.6) / 5
    assert full.ask("grades/honesty", "benchmark", **asked) == [(pytest.approx(0.4),)]
    full.rule("a_order_rate", "", day=24, store="T")
    assert full.ask("grades/honesty", "benchmark", "verdict", **asked) == [(None, None)]


def test_it_agrees_with_each_store_alone(full) -> None:
    columns = ("customers", "ordered", "rate", "low", "high", "verdict")
    for store in BOTH:
        asked = {"day": DAY, "assistant": None, "scope": (store,)}
        assert full.ask("grades/honesty", *columns, **asked) == full.ask("grades/a_verdict", *columns, **asked)


def test_it_can_be_said_once_the_first_open_grade_is_old_enough(full) -> None:
    columns = ("customers", "known_from")
    asked = {"assistant": None, "scope": BOTH}
    # 赵 was the first to be graded and wait: 20 October and 30 days.
    assert full.ask("grades/honesty", *columns, day=date(2026, 11, 18), **asked) == [(0, date(2026, 11, 19))]
    assert full.ask("grades/honesty", *columns, day=date(2026, 11, 19), **asked) == [(1, date(2026, 11, 19))]
    asked["assistant"] = "Wu"
    assert full.ask("grades/honesty", *columns, day=DAY, **asked) == [(0, date(2026, 11, 21))]  # 孙 is B


def test_stores_may_give_customers_different_times(full) -> None:
    full.rule("order_days", "14", day=24, store="T")
    columns = ("fewest_days", "most_days", "known_from")
    asked = {"day": DAY, "assistant": None, "scope": BOTH}
    assert full.ask("grades/honesty", *columns, **asked) == [(14, 30, date(2026, 11, 6))]  # 李: 23 October and 14 days


def test_without_a_grade_there_is_no_day(shop) -> None:
    columns = ("customers", "rate", "verdict", "known_from")
    assert shop.ask("grades/honesty", *columns, day=DAY, assistant=None) == [(0, None, None, None)]
