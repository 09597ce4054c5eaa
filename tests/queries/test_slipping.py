"""Which intent customers are about to be lost: touched longer ago than their grade allows."""

from datetime import date

import pytest

DAY = date(2026, 11, 30)  # A may wait 3 days, B 7
HEADER = "日期,门店,导购,客户,电话,客户等级\n"
CALLS = (
    HEADER
    + """\
2026-11-26,S,Li,赵,13800138001,A2
2026-11-27,S,Li,钱,13800138002,A
2026-11-22,S,Wu,孙,13800138003,B
2026-11-23,S,Wu,李,13800138004,B
2026-10-31,S,Li,周,13800138005,A
2026-10-30,S,Li,吴,13800138006,A
2026-11-01,S,Li,郑,13800138007,C
2026-11-20,S,Li,王,13800138008,A
"""
)
# 赵 waits 4 days, 钱 the 3 of the rule; 孙 8 and 李 the 7; 周 30 and 吴 31, who counts as lost. 郑 is no intent customer, 王
# buys.
ORDERS = "成交日期,门店,导购,客户,电话,金额\n2026-11-21,S,Li,王,13800138008,900\n"
COLUMNS = ("customer", "grade", "days", "touch_days", "of_all")


@pytest.fixture
def full(shop):
    shop.bring("calls", CALLS)
    shop.bring("orders", ORDERS)
    shop.bring("leads", "客资日期,门店,导购,客户,电话,等级\n2026-11-01,S,Li,冯,13800138009,A\n")  # never touched
    return shop


def slipping(shop, *columns: str, most: int = 9, **asked: object) -> list[tuple[object, ...]]:
    return shop.ask("meeting/slipping", *columns, most=most, **({"day": DAY, "assistant": None} | asked))


def test_on_the_limit_day_a_customer_is_safe_and_a_day_later_slips(full) -> None:
    assert slipping(full, *COLUMNS) == [("周", "A", 30, 3, 3), ("赵", "A2", 4, 3, 3), ("孙", "B", 8, 7, 3)]
    # A day later 钱 and 李 have slipped, and 周 is over the 30 days.
    assert slipping(full, "customer", day=date(2026, 12, 1)) == [("赵",), ("钱",), ("孙",), ("李",)]


def test_a_short_list_says_how_many_there_are(full) -> None:
    assert slipping(full, *COLUMNS, most=1) == [("周", "A", 30, 3, 3)]
    assert slipping(full, "customer", "of_all", assistant="Wu") == [("孙", 1)]


def test_who_is_touched_again_is_off_the_list_until_that_is_undone(full) -> None:
    batch = full.bring("calls", HEADER + "2026-11-29,S,Li,周,13800138005,\n")
    assert slipping(full, "customer") == [("赵",), ("孙",)]
    full.undo(batch)
    assert slipping(full, "customer") == [("周",), ("赵",), ("孙",)]


def test_a_store_may_allow_more_days_from_a_day_on(full) -> None:
    full.bring("calls", HEADER + "2026-11-26,T,Han,赵,13800138001,A\n")
    full.rule("touch_days_a", "4", day=30, store="T")
    assert slipping(full, "store", "customer", scope=("T",)) == []  # 4 days
    assert slipping(full, "days", "touch_days", scope=("T",), day=date(2026, 12, 1)) == [(5, 4)]
    assert len(slipping(full, "store", scope=("S", "T"))) == 3  # in S she may wait 3 days, and has waited 4
