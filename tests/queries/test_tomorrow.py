"""Tomorrow: whom each assistant receives and calls, in which order, and what is asked of each."""

from datetime import datetime

import pytest

from tests.queries.conftest import november

TOMORROW = november(28)
CALLS = "日期,门店,导购,客户,电话,通话结果,客户等级,是否同意到店,预约到店日期\n"


def called(shop, *rows: str) -> None:
    shop.bring("calls", CALLS + "".join(f"2026-{row}\n" for row in rows), at=datetime(2026, 11, 27, 19))


def listed(shop, *columns: str, most: int = 99, assistant: str | None = None, scope=("S",)):
    wanted = columns or ("assistant", "place", "call_for", "customer")
    return shop.ask("tomorrow/listed", *wanted, day=TOMORROW, assistant=assistant, most=most, scope=scope)


@pytest.fixture
def staffed(shop):
    for name in ("Li", "Wu"):
        shop.employ(name, hired_on=november(1))
    shop.employ("Gone", hired_on=november(1), left_on=november(20))
    return shop


def test_promised_visits_come_first_then_a_and_b_that_are_due_then_c_then_who_is_long_silent(staffed) -> None:
    called(
        staffed,
        # By 28 November, A allows 3 days, B 7, C 15, D 30.
        "11-24,S,Li,A早,13800138001,接通,A,,",  # 4 days: overdue
        "11-25,S,Li,A三,13800138002,接通,A,,",  # 3 days: due that day
        "11-26,S,Li,A二,13800138003,接通,A,,",  # 2 days: not yet
        "11-10,S,Li,B旧,13800138004,接通,B,,",  # 18 days: overdue
        "11-12,S,Li,C旧,13800138005,接通,C,,",  # 16 days: overdue
        "11-13,S,Li,无级,13800138006,接通,,,",  # 15 days: nobody's grade counts as C
        "10-20,S,Li,A丢,13800138007,接通,A,,",  # 39 days: probably lost
        "10-25,S,Li,B丢,13800138008,接通,B,,",  # 34 days
        "11-27,S,Li,D约,13800138009,接通,D,是,2026-11-28",  # comes that day, whatever the grade
        "11-27,S,Li,后天,13800138010,接通,B,是,2026-11-29",  # comes the day after
        "11-26,S,Wu,B约,13800138011,接通,B,是,2026-11-28",
    )
    assert listed(staffed) == [
        ("Li", 1, "visit", "D约"),
        ("Li", 2, "due", "A早"),
        ("Li", 3, "due", "A三"),
        ("Li", 4, "due", "B旧"),
        ("Li", 5, "spare", "C旧"),
        ("Li", 6, "spare", "无级"),
        ("Li", 7, "wake", "A丢"),
        ("Li", 8, "wake", "B丢"),
        ("Wu", 1, "visit", "B约"),
    ]
    assert listed(staffed, "customer", "of_all", most=1) == [("D约", 8), ("B约", 1)]
    assert listed(staffed, "customer", assistant="Wu") == [("B约",)]
    assert listed(staffed, scope=()) == []


def test_a_customer_stands_once_and_with_who_took_over(staffed) -> None:
    called(
        staffed,
        "11-15,S,Gone,留,13800138001,接通,A,,",
        "11-16,S,Gone,交,13800138002,接通,A,,",
        "11-17,S,Wu,转,13800138003,接通,A,,",
        "11-19,S,Li,转,13800138003,接通,B,是,2026-11-28",  # due and comes: once, as a visit of who spoke last
    )
    handover = "交接日期,门店,原导购,接手导购,客户,电话,状态\n2026-11-21,S,Gone,Wu,交,13800138002,已接\n"
    staffed.bring("handovers", handover)
    # Nobody has taken 留 over, so she is on nobody's list.
    assert listed(staffed, "assistant", "call_for", "customer", "holder") == [
        ("Li", "visit", "转", "Li"),
        ("Wu", "due", "交", "Wu"),
        (None, "due", "留", "Gone"),
    ]


def test_who_is_off_has_no_list_and_an_order_or_a_visit_settles_it(staffed) -> None:
    called(
        staffed,
        "11-20,S,Li,买了,13800138001,接通,A,,",
        "11-25,S,Li,来过,13800138002,接通,A,是,2026-11-28",
        "11-20,S,Wu,等着,13800138003,接通,A,,",
    )
    staffed.bring("orders", "成交日期,门店,导购,客户,电话,金额\n2026-11-21,S,Li,买了,13800138001,900\n")
    staffed.bring("visits", "进店日期,门店,接待人,客户,电话,是否成交\n2026-11-26,S,Li,来过,13800138002,否\n")
    staffed.plan(28, "Wu", on_leave=True)
    # 来过 came two days before, sooner than agreed; 等着 waits for Wu, who is off.
    assert listed(staffed) == [(None, 1, "due", "等着")]


def test_who_was_told_to_be_called_that_day_is_called_unless_somebody_has(staffed) -> None:
    log = "邀约日期,门店,导购,客户,电话,客户等级,同意事项,下次跟进日期\n"
    rows = ("王,13800138001,C,进群,2026-11-28", "李,13800138002,C,进群,2026-11-28", "赵,13800138003,C,进群,2026-11-30")
    staffed.bring("invites", log + "".join(f"2026-11-26,S,Li,{row}\n" for row in rows))
    called(staffed, "11-27,S,Li,李,13800138002,接通,C,,")
    assert listed(staffed) == [("Li", 1, "contact", "王")]


def quotas(shop, *columns: str):
    return shop.ask("tomorrow/quotas", "assistant", *columns, day=TOMORROW)


def test_visits_agreed_for_the_day_lessen_the_invites_and_the_others_share_them(staffed) -> None:
    staffed.employ("Zhao", hired_on=november(1))
    called(
        staffed,
        "11-26,S,Li,王,13800138001,接通,B,是,2026-11-28",
        "11-27,S,Li,李,13800138002,接通,B,是,2026-11-28",
        "11-27,S,Wu,赵,13800138003,接通,B,是,2026-11-29",
    )
    # Two visits that day: 30 − 3·2 = 24, and the 6 released are 3 each.
    assert quotas(staffed, "visits_due", "invite_quota", "relief", "extra", "call_quota", "has_task") == [
        ("Li", 2, 24, 6, 0, 50, False),
        ("Wu", 0, 33, 0, 3, 50, False),
        ("Zhao", 0, 33, 0, 3, 50, False),
    ]
    staffed.plan(28, "Zhao", on_leave=True)
    staffed.plan(28, "Li", call_quota=40, invite_quota=20)
    # A task stands as it is and releases nothing.
    assert quotas(staffed, "call_quota", "invite_quota", "visit_quota", "on_leave") == [
        ("Li", 40, 20, 2, False),
        ("Wu", 50, 30, 0, False),
        ("Zhao", 50, 30, 0, True),
    ]


def test_every_grades_share_comes_from_the_rules(staffed) -> None:
    staffed.rule("effort_a", "0.5", store="S")
    assert staffed.ask("tomorrow/effort", "grade", "target", day=TOMORROW) == [
        ("A", 0.5),
        ("B", 0.25),
        ("C", 0.1),
        ("D", 0.05),
    ]
