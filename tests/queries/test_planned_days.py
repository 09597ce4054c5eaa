"""A target shared out to people, days and hours: by hand."""

from datetime import date
from fractions import Fraction

import pytest

from queries import targets
from tests.queries.conftest import rows

DAY = date(2026, 11, 26)
HEAD = "月份,门店,导购,订单目标,业绩目标,客资目标\n"
CLOCKS = ("10:05", "10:10", "10:59", "15:00", "22:00")  # the last after closing


def shared(shop, assistant: str | None, column: str) -> dict[int, int]:
    """The parts by day of the month, where there are any."""
    found = targets.days(shop.store, ("S",), DAY)
    own = found[found["assistant"].isna() if assistant is None else found["assistant"] == assistant]
    return {row.day.day: int(getattr(row, column)) for row in own.dropna(subset=column).itertuples()}


@pytest.fixture
def two(shop):
    """Li leaves on the 28th, Wu has the 29th off; both began on the 25th. Of 10 for the store, 5 for Li, 3 are done.

    The weekend of the 28th counts like any day.
    """
    shop.employ("Li", hired_on=date(2026, 11, 25), left_on=date(2026, 11, 28))
    shop.employ("Wu", hired_on=date(2026, 11, 25))
    shop.plan(29, "Wu", on_leave=True)
    shop.rule("weekend_weight", "1")
    for day in (25, 26):
        shop.hand_in(day, "Wu")
        shop.hand_in(day, "Li", closed=day - 24)
    shop.bring("targets", HEAD + "2026-11,S,,10,,\n2026-11,S,Li,5,,\n")
    return shop


def test_a_target_is_shared_out_to_people_and_then_to_their_days(two) -> None:
    # Of 10 Li is to bring the 5 that are Li's own, Wu the other 5. Li has four days, 1 1/4 each: the first gets the one
    # left. Wu has five, without the 29th, one each. The store's days are the sums.
    assert shared(two, "Li", "planned") == {25: 2, 26: 1, 27: 1, 28: 1}
    assert shared(two, "Wu", "planned") == {25: 1, 26: 1, 27: 1, 28: 1, 30: 1}
    assert shared(two, None, "planned") == {25: 3, 26: 2, 27: 2, 28: 2, 30: 1}


def test_what_is_missing_is_brought_by_those_who_are_behind_on_the_days_they_have_left(two) -> None:
    # Of the store's 10, 3 are done, all by Li: 7 are missing. Li is 2 behind, Wu 5: 1 2/3 a day. Of Wu's two days that
    # get a second one the first is the 30th, on which Li brings nothing.
    assert shared(two, "Li", "still") == {27: 1, 28: 1}
    assert shared(two, "Wu", "still") == {27: 2, 28: 1, 30: 2}
    assert shared(two, None, "still") == {27: 3, 28: 2, 30: 2}


def test_what_a_leaver_leaves_undone_is_taken_over(shop) -> None:
    shop.employ("Li", hired_on=date(2026, 11, 25), left_on=date(2026, 11, 26))
    shop.employ("Wu", hired_on=date(2026, 11, 25))
    shop.rule("weekend_weight", "1")
    shop.hand_in(25, "Wu", closed=4)
    shop.bring("targets", HEAD + "2026-11,S,Li,6,,\n2026-11,S,Wu,3,,\n")
    # 9 for the store, 4 are done. Wu has done all of Wu's and is the only one there on the four days left.
    assert shared(shop, "Wu", "still") == {27: 2, 28: 1, 29: 1, 30: 1}
    assert shared(shop, "Li", "still") == {}


def test_a_target_changed_in_mid_month_is_shared_out_anew(two) -> None:
    two.bring("targets", HEAD + "2026-11,S,,8,,\n")
    # 5 are missing: Li is 2 behind, Wu all 3. Wu's three go to the days with the least of Li's on them.
    assert shared(two, "Wu", "planned") == {25: 0, 26: 1, 27: 1, 28: 0, 30: 1}
    assert shared(two, None, "still") == {27: 2, 28: 2, 30: 1}


def test_a_weekend_counts_for_more_and_the_stores_own_calendar_wins(shop) -> None:
    shop.employ("Wu", hired_on=date(2026, 11, 25))
    shop.hand_in(25, "Wu")
    shop.bring("targets", HEAD + "2026-11,S,,14,,\n")
    # Wednesday to Friday 1 each, Saturday and Sunday 1 1/2, Monday 1: 14 on 7 are 2, 3 on the weekend.
    assert shared(shop, None, "planned") == {25: 2, 26: 2, 27: 2, 28: 3, 29: 3, 30: 2}
    shop.bring("calendar", "日期,门店,是否营业,客流权重\n2026-11-26,S,否,\n2026-11-28,S,是,3.5\n2026-11-29,S,是,0\n")
    # Closed on the 26th; 1, 1, 3 1/2, 0 and 1 are 6 1/2: 2 2/13, 2 2/13, 7 7/13, 0, 2 2/13: the 28th gets the one left.
    assert shared(shop, None, "planned") == {25: 2, 27: 2, 28: 8, 29: 0, 30: 2}
    ((elapsed, working),) = shop.ask("targets/progress", "elapsed_days", "working_days", day=DAY)
    assert (elapsed, working) == (1, 5)


def test_the_next_day_goes_to_the_hours_in_which_calls_and_visits_were(two) -> None:
    # Of the 27th's three Li brings one and Wu two. Of four moments in opening hours three are at 10 and one is at 15:
    # 2 1/4 and 3/4, so two and one. They take turns: Li, Wu, and Wu again.
    two.bring(
        "calls",
        "日期,门店,导购,客户,电话\n"
        + "".join(f"2026-11-24 {clock},S,Xu,王,1380013800{place}\n" for place, clock in enumerate(CLOCKS)),
    )
    found = targets.hours(two.store, ("S",), DAY)
    assert rows(found, "assistant", "hour", "orders") == [
        (None, 10, 2),
        (None, 15, 1),
        ("Li", 10, 1),
        ("Wu", 10, 1),
        ("Wu", 15, 1),
    ]
    two.rule("opens_at", "15:00")
    two.rule("closes_at", "16:30")
    hours = two.ask("targets/hours", "hour", "seen", day=DAY)
    assert hours == [(15, 1), (16, 0)]


def test_a_holiday_counts_for_more_and_a_weekend_worked_for_it_does_not(shop) -> None:
    shop.employ("Wu", hired_on=date(2026, 10, 5))
    shop.bring("targets", HEAD + "2026-10,S,,10,,\n")
    shop.rule("holiday_weight", "2", day=1)
    work = targets.work_days(shop.store, ("S",), date(2026, 10, 31)).set_index("day")
    # The rule of 2 is valid from November on. National Day's days off go to the 7th, for which Saturday the 10th is
    # worked; Sunday the 11th is a weekend. State Council, holidays of 2026.
    found = {day.day: (row.day_kind, row.weight) for day, row in work.iterrows()}
    assert found[7] == ("holiday", Fraction(3, 2))
    assert found[8] == found[10] == ("weekday", 1)
    assert found[11] == ("weekend", Fraction(3, 2))


def test_what_is_made_leaves_nothing_for_the_days_left(two) -> None:
    two.bring("targets", HEAD + "2026-11,S,,2,,\n")
    assert shared(two, None, "still") == {27: 0, 28: 0, 30: 0}


def test_without_targets_nothing_is_shared_out(shop) -> None:
    shop.hand_in(24, "Li")
    assert targets.days(shop.store, ("S",), DAY).empty
