"""Where the effort goes: touches by the customer's grade at that time, against what each grade should get."""

from datetime import date

import pytest

DAYS = {"first": date(2026, 10, 1), "last": date(2026, 10, 31), "assistant": None}
CALLS = """\
日期,门店,导购,客户,电话,客户等级
2026-10-01,S,Li,赵,13800138001,
2026-10-03,S,Li,赵,13800138001,A
2026-10-06,S,Li,赵,13800138001,B
2026-10-02,S,Li,孙,13800138003,
2026-09-30,S,Li,钱,13800138002,D
"""
VISITS = "进店日期,门店,接待人,客户,电话\n2026-10-05,S,Li,赵,13800138001\n"
SERVICES = "服务日期,门店,导购,客户,电话,服务项目\n2026-10-07,S,Wu,赵,13800138001,安装\n"
INVITES = "邀约日期,门店,导购,客户,电话,同意事项\n2026-10-02,S,Li,钱,13800138002,进群\n"
# 赵: a call before her first grade, which is left out; a call and a visit as A (graded in the call itself); a call and a
# service as B. 钱: D since September, so her call then is left out and her invite counts. 孙 was never graded.


@pytest.fixture
def full(shop):
    for kind, log in {"calls": CALLS, "visits": VISITS, "services": SERVICES, "invites": INVITES}.items():
        shop.bring(kind, log)
    return shop


def test_each_touch_counts_for_the_grade_of_its_day(full) -> None:
    # 5 touches: A 2, B 2, D 1. Misplaced: 5 · |0.4 - 0.6| / 2, 5 · |0.4 - 0.25| / 2, 5 · |0 - 0.1| / 2, 5 · |0.2 - 0.05| / 2.
    assert full.ask("grades/effort", **DAYS) == [
        ("A", 2, 0.4, 0.6, pytest.approx(0.5)),
        ("B", 2, 0.4, 0.25, pytest.approx(0.375)),
        ("C", 0, 0.0, 0.1, pytest.approx(0.25)),
        ("D", 1, 0.2, 0.05, pytest.approx(0.375)),
    ]


def test_a_touch_is_whose_who_made_it(full) -> None:
    of_wu = full.ask("grades/effort", "grade", "touches", "share", **(DAYS | {"assistant": "Wu"}))
    assert of_wu == [("A", 0, 0), ("B", 1, 1), ("C", 0, 0), ("D", 0, 0)]


def test_without_touches_there_is_no_share(full) -> None:
    before = {"first": date(2026, 9, 1), "last": date(2026, 9, 2)}
    assert full.ask("grades/effort", **(DAYS | before)) == [
        ("A", 0, None, 0.6, None),
        ("B", 0, None, 0.25, None),
        ("C", 0, None, 0.1, None),
        ("D", 0, None, 0.05, None),
    ]


def test_stores_with_shares_of_their_own_are_held_to_what_each_should_give(full) -> None:
    full.bring("calls", CALLS.splitlines()[0] + "\n2026-11-05,T,Han,李,13800138004,A\n")
    for name, share in {"effort_a": "0.3", "effort_b": "0.55"}.items():
        full.rule(name, share, store="T")
    days = DAYS | {"last": date(2026, 11, 10)}
    found = full.ask("grades/effort", "grade", "touches", "target", **days, scope=("S", "T"))
    # S has 5 touches, T one: A (5 · 0.6 + 0.3) / 6, B (5 · 0.25 + 0.55) / 6.
    assert found == [
        ("A", 3, pytest.approx(0.55)),
        ("B", 2, pytest.approx(0.3)),
        ("C", 0, pytest.approx(0.1)),
        ("D", 1, pytest.approx(0.05)),
    ]


def test_the_touched_are_listed_with_how_often(full) -> None:
    listed = {
        grade: full.ask("customers/touched", "customer", "grade", "touches", **DAYS, grade=grade, most=9)
        for grade in "ABCD"
    }
    assert listed == {"A": [("赵", "B", 2)], "B": [("赵", "B", 2)], "C": [], "D": [("钱", "D", 1)]}
