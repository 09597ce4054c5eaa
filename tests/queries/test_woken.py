"""What came of wake-ups: touches after a longer silence than the grade allows."""

from datetime import date

import pytest

DAYS = {"first": date(2026, 9, 1), "last": date(2026, 11, 30), "assistant": None}
CALLS = """\
日期,门店,导购,客户,电话,客户等级
2026-08-01,S,Li,赵,13800138001,A
2026-09-05,S,Wu,赵,13800138001,B
2026-11-01,S,Wu,赵,13800138001,
2026-09-01,S,Li,钱,13800138002,A
2026-09-04,S,Li,钱,13800138002,
2026-09-08,S,Li,钱,13800138002,
2026-09-01,S,Li,孙,13800138003,A
2026-09-10,S,Li,孙,13800138003,
2025-06-01,S,Li,李,13800138004,
2026-11-10,S,Li,李,13800138004,
2026-09-01,S,Li,周,13800138005,D
2026-10-31,S,Li,周,13800138005,
2026-11-20,S,Li,吴,13800138006,A
"""
ORDERS = """\
成交日期,门店,导购,客户,电话,金额
2026-10-05,S,Li,赵,13800138001,900
2026-09-10,S,Li,孙,13800138003,900
2026-10-09,S,Li,钱,13800138002,900
"""
# 赵 was A when Wu woke her after 35 days, and ordered exactly 30 days later; the call after her order wakes nobody.
# 钱: 3 days are not too long for A, then 4 are; the order came 31 days after. 孙 was woken and ordered the same day.
# 李 had been silent for 527 days, without a grade, and was woken less than 30 days before the end. 周: 60 days, D;
# woken 30 days before the end, which can be judged. 吴 was called for the first time.


@pytest.fixture
def full(shop):
    shop.bring("calls", CALLS)
    shop.bring("orders", ORDERS)
    return shop


def test_who_was_woken_and_who_ordered_within_thirty_days(full) -> None:
    # Wilson of 2 of 3: 0.2077 to 0.9385; of 0 of 1: 0 to 0.7935.
    assert full.ask("assets/woken", **DAYS) == [
        ("A", 3, 2, pytest.approx(2 / 3), pytest.approx(0.20766, abs=1e-5), pytest.approx(0.93851, abs=1e-5), 0),
        ("D", 1, 0, 0.0, 0.0, pytest.approx(0.79346, abs=1e-5), 0),
        (None, 0, 0, None, None, None, 1),
    ]


def test_a_wake_up_is_whose_who_made_the_touch(full) -> None:
    assert full.ask("assets/woken", "grade", "woken", "ordered", **(DAYS | {"assistant": "Wu"})) == [("A", 1, 1)]


def test_each_customer_counts_once_from_the_first_wake_up_of_the_days(full) -> None:
    later = DAYS | {"first": date(2026, 9, 6)}
    # 赵 had ordered by her next call. 钱's call of the 8th still follows the one of the 4th, before the days.
    assert full.ask("assets/woken", "grade", "woken", "ordered", **later) == [("A", 2, 1), ("D", 1, 0), (None, 0, 0)]
