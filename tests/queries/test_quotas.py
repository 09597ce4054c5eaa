"""Quotas over weeks."""

from datetime import date, datetime, timedelta

import pytest

DAY = date(2026, 11, 21)


def test_daily_has_a_row_for_every_assessed_day(shop) -> None:
    shop.employ("A", hired_on=date(2026, 11, 19))
    shop.employ("B", left_on=date(2026, 11, 20))
    shop.hand_in(19, "A", 50, 30, 1)
    shop.hand_in(20, "B", 49, 30)
    shop.plan(20, "A", on_leave=True)
    # 19th: A's visit releases 3, B, who handed in nothing, takes them. 20th: A on leave. 21st: B has left.
    assert shop.ask("quotas/daily", first=date(2026, 11, 19), last=DAY) == [
        (date(2026, 11, 19), "S", "A", 50, 50, 30, 27, True),
        (date(2026, 11, 19), "S", "B", None, 50, None, 33, False),
        (date(2026, 11, 20), "S", "B", 49, 50, 30, 30, False),
        (DAY, "S", "A", None, 50, None, 30, False),
    ]


def test_leave_is_what_daily_leaves_out(shop) -> None:
    shop.employ("A", left_on=date(2026, 11, 20))
    shop.plan(19, "A", on_leave=True)
    shop.plan(20, "A", on_leave=False)
    shop.plan(21, "A", on_leave=True)  # has left
    shop.plan(19, "B", store="T", on_leave=True)
    assert shop.ask("quotas/leave", first=date(2026, 11, 18), last=DAY) == [("S", "A", date(2026, 11, 19))]


def test_a_store_is_not_assessed_before_its_first_log(shop) -> None:
    shop.employ("A")
    shop.hand_in(20, "A")
    shop.employ("B", store="T")  # T never handed in anything: every day of it is missing
    board = shop.ask("quotas/daily", "day", "store", scope=("S", "T"), first=date(2026, 11, 19), last=DAY)
    assert [(day.day, store) for day, store in board] == [(19, "T"), (20, "S"), (20, "T"), (21, "S"), (21, "T")]


def test_a_streak_is_told_with_what_led_to_it(shop) -> None:
    shop.hand_in(18, "A")
    shop.hand_in(19, "A", calls=49)
    shop.hand_in(20, "A")
    shop.hand_in(21, "A")
    shop.hand_in(20, "B")
    # B: on duty on the 20th and, by the 14 days, on the 21st, when nothing came.
    assert shop.ask("quotas/streaks", day=DAY) == [
        ("S", "A", 2, 3, 4, DAY),
        ("S", "B", 0, 1, 2, date(2026, 11, 20)),
    ]


def test_the_pace_of_a_month_with_a_roster(shop) -> None:
    # The store's first log is of the 2nd. A: 2nd to 30th without the leave on the 25th: 28 days, of which 2 to 21 = 20
    # are gone. B is hired on the 29th: 2 days. A did 60 + 40 calls and 30 + 10 invites.
    shop.employ("A")
    shop.employ("B", hired_on=date(2026, 11, 29))
    shop.hand_in(2, "A", 60, 30)
    shop.hand_in(21, "A", 40, 10)
    shop.plan(25, "A", on_leave=True)
    shop.plan(26, "A", call_quota=20)
    # A's calls: 27 * 50 + 20 = 1370, invites 28 * 30 = 840. B: 100 and 60.
    assert shop.ask("quotas/pace", day=DAY) == [
        ("S", "A", 100, 1370, 40, 840, 20, 28),
        ("S", "B", None, 100, None, 60, 0, 2),
    ]


def test_the_pace_where_nobody_keeps_a_roster(shop) -> None:
    # On duty since the 20th, taken to stay to the 30th without leave on the 30th: 2 days gone of 10.
    shop.hand_in(20, "A")
    shop.hand_in(21, "A")
    shop.plan(30, "A", on_leave=True)
    assert shop.ask("quotas/pace", day=DAY) == [("S", "A", 100, 500, 60, 300, 2, 10)]


def test_the_pace_on_the_last_day_of_a_month_is_all_there_is(shop) -> None:
    shop.hand_in(30, "A")
    days = shop.ask("quotas/pace", "elapsed_days", "working_days", day=date(2026, 11, 30))
    assert days == [(1, 1)]


def log(shop, assistant: str, calls: list[dict[str, object]]) -> None:
    """A calls log of different customers, connected at noon for a minute unless said otherwise."""
    shop.hand_in(21, assistant, calls=len(calls), logs=("calls",))
    shop.insert("live_slices", kind="calls", store="S", whose=assistant, day=DAY, batch_id=1, rows=len(calls))
    for number, said in enumerate(calls):
        row = {"contact_key": number, "outcome": "connected", "duration": 60, "moment": datetime(2026, 11, 21, 12)}
        shop.insert("calls", batch_id=1, row_no=number, day=DAY, store="S", assistant=assistant, **(row | said))


@pytest.mark.parametrize(
    ("calls", "hint"),
    [
        # 10 calls, 4 of them to one customer: 1 - 7/10 = 0.3 > 0.2
        ([{"contact_key": 1}] * 4 + [{}] * 6, ("repeated_numbers", pytest.approx(0.3), 0.2, 10)),
        # 3 of 11 connected calls under 10 s; exactly 10 s is not short
        ([{"duration": 9}] * 3 + [{"duration": 10}] * 8, ("short_calls", pytest.approx(3 / 11), 0.2, 11)),
        # 6 of 10 from 19:30 to 20:00; what came after the meeting is not in the rush before it
        (
            [{"moment": datetime(2026, 11, 21, 19, 30)}] * 6 + [{"moment": datetime(2026, 11, 21, 20, 1)}] * 4,
            ("last_minutes", 0.6, 0.5, 10),
        ),
        # 3 of 10 known outcomes; "other" says nothing
        (
            [{"outcome": "invalid"}] * 3 + [{"outcome": "no_answer"}] * 7 + [{"outcome": "other"}] * 5,
            ("invalid_numbers", 0.3, 0.2, 10),
        ),
    ],
)
def test_a_log_to_look_at_again(shop, calls, hint) -> None:
    log(shop, "A", calls)
    assert shop.ask("quotas/hints", day=DAY) == [("S", "A", *hint)]


def test_exactly_the_quota_is_worth_a_look(shop) -> None:
    shop.hand_in(21, "A", calls=50)
    shop.hand_in(21, "B", calls=51)
    assert shop.ask("quotas/hints", day=DAY) == [("S", "A", "exact_quota", 50.0, 50.0, 50)]


def test_what_is_at_the_limit_or_too_little_or_unknown_gives_no_hint(shop) -> None:
    log(shop, "A", [{"duration": 5, "outcome": "invalid"}] * 2 + [{}] * 8)  # 2 of 10 is not more than 0.2
    log(shop, "B", [{"duration": 1}] * 9)  # 9 calls say nothing
    # Without customers and times nothing can be repeated, short or late.
    log(shop, "C", [{"contact_key": None, "duration": None, "moment": None}] * 20)
    assert shop.ask("quotas/hints", day=DAY) == []


def test_a_streak_is_unbroken_where_a_month_was_leave(shop) -> None:
    # Passed on the 11th of October and on the 21st of November, on leave in between.
    shop.employ("A")
    for day in (DAY - timedelta(41), DAY):
        shop.insert(
            "daily",
            store="S",
            assistant="A",
            day=day,
            calls=50,
            invites_agreed=30,
            invites_joined=0,
            visits_agreed=0,
            has_calls=True,
            has_invites=True,
        )
    for back in range(1, 41):
        shop.insert("tasks_current", day=DAY - timedelta(back), store="S", assistant="A", on_leave=True)
    assert shop.ask("quotas/streaks", day=DAY) == [("S", "A", 2, 1, 1, DAY)]
