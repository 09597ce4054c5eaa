"""Days on which the business calendar closes a store: nobody is asked for anything."""

from datetime import date

import pytest

from queries import targets
from tests.queries.conftest import november

DAY = november(21)
CLOSED = "日期,门店,是否营业\n2026-11-21,S,否\n2026-11-22,S,是\n"
CALLS = "日期,门店,导购,客户,电话,通话结果,客户等级,是否同意到店,预约到店日期\n"


@pytest.fixture
def closed(shop):
    """Li and Wu passed on the 20th and on the 22nd; the 21st is closed, the other store knows of no calendar."""
    shop.bring("calendar", CLOSED)
    for name in ("Li", "Wu"):
        shop.employ(name, hired_on=november(20))
        shop.hand_in(20, name)
        shop.hand_in(22, name)
    shop.employ("Xu", store="T", hired_on=november(20))
    return shop


def test_on_a_closed_day_nobody_is_asked_for_anything_whatever_the_tasks_say(closed) -> None:
    closed.plan(21, "Li", call_quota=40)
    closed.plan(21, "Wu", on_leave=True)
    assert closed.ask("meeting/duty", day=DAY) == []
    assert closed.ask("meeting/readiness", day=DAY) == []
    assert closed.ask("meeting/quota_board", day=DAY) == []
    assert closed.ask("meeting/day_figures", "quota", day=DAY) == [(None,)] * 5
    assert closed.ask("meeting/duty", "assistant", day=DAY, scope=("S", "T")) == [("Xu",)]
    assert closed.ask("meeting/duty", "assistant", day=november(22)) == [("Li",), ("Wu",)]  # open, the calendar says


def test_who_hands_in_on_a_closed_day_was_there(closed) -> None:
    closed.hand_in(21, "Li", 10, 5, logs=("calls",))
    closed.insert("daily", store="S", assistant="Wu", day=DAY, visited=1, has_calls=False, has_invites=False)
    assert closed.ask("meeting/duty", day=DAY) == [("S", "Li", False)]
    assert closed.ask("meeting/quota_board", "assistant", "calls", "call_quota", day=DAY) == [("Li", 10, 50)]
    assert closed.ask("tomorrow/closed", day=DAY) == []


def test_a_closed_day_dilutes_no_rate_of_the_week_and_ends_no_streak(closed) -> None:
    # Both passed on the two days that count, the 20th and the 22nd.
    assert closed.ask("quotas/streaks", "assistant", "streak", "days_passed", "days_assessed", day=november(22)) == [
        ("Li", 2, 2, 2),
        ("Wu", 2, 2, 2),
    ]
    # From the 20th to the 30th are eleven days, ten of them open; two are over: 100 of 10 * 50 calls.
    columns = ("assistant", "calls_done", "calls_target", "elapsed_days", "working_days")
    assert closed.ask("quotas/pace", *columns, day=november(22)) == [("Li", 100, 500, 2, 10), ("Wu", 100, 500, 2, 10)]


def test_before_a_closed_day_only_those_are_listed_who_have_agreed_on_it(closed) -> None:
    rows = ("11-01,S,Li,等,13800138001,接通,A,,", "11-20,S,Li,约,13800138002,接通,A,是,2026-11-21")
    closed.bring("calls", CALLS + "".join(f"2026-{row}\n" for row in rows))
    listed = ("tomorrow/listed", "assistant", "call_for", "customer")
    # 等 was due long ago and can wait another day; somebody has to tell 约.
    assert closed.ask(*listed, day=DAY, assistant=None, most=9) == [(None, "visit", "约")]
    assert closed.ask(*listed, day=november(23), assistant=None, most=9) == [("Li", "due", "等"), ("Li", "due", "约")]
    assert closed.ask("tomorrow/quotas", day=DAY) == []
    assert closed.ask("tomorrow/closed", day=DAY, scope=("S", "T")) == [("S",)]


def test_on_a_closed_day_everybody_still_belongs_to_the_store(closed) -> None:
    people = [("Li", "on_duty"), ("Wu", "on_duty")]
    assert closed.ask("assets/by_holder", "holder", "presence", day=DAY, assistant=None) == people
    assert closed.ask("frame/assistants", "assistant", first=DAY, last=DAY) == [("Li",), ("Wu",)]


def test_a_store_without_staff_that_is_closed_today_is_planned_for_with_who_was_there(shop) -> None:
    shop.hand_in(25, "Li")
    shop.bring("calendar", "日期,门店,是否营业\n2026-11-26,S,否\n2026-11-28,S,否\n")
    shop.bring("targets", "月份,门店,导购,订单目标\n2026-11,S,,9\n")
    shop.rule("weekend_weight", "1")
    # Nothing of 9 is done; the 27th, 29th and 30th are left. Of the 9 the 25th was to bring a fourth.
    found = targets.days(shop.store, ("S",), date(2026, 11, 26)).query("assistant == 'Li'")
    assert found["day"].dt.day.tolist() == [25, 27, 29, 30]
    assert found["still"].dropna().tolist() == [3, 3, 3]
