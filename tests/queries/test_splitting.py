"""A target shared out over days: by hand, and whatever the numbers."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries import targets
from queries.splitting import shared_out

DAY = date(2026, 11, 26)
HEAD = "月份,门店,导购,订单目标,业绩目标,客资目标\n"
WEIGHTS = st.lists(st.fractions(0, 9, max_denominator=20), min_size=1, max_size=31)


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        (10, [1, 1, 1], [4, 3, 3]),  # 3 1/3 each: the earliest takes the one left
        (7, [Fraction(3, 2), 1, 1], [3, 2, 2]),  # 3, 2, 2 exactly
        (5, [1, 0, 2], [2, 0, 3]),  # 1 2/3 and 3 1/3
        (5, [0, 0], [0, 0]),
        (0, [1, 2], [0, 0]),
    ],
)
def test_by_largest_remainder(total, weights, parts) -> None:
    assert shared_out(total, weights) == parts


@given(st.integers(0, 100_000), WEIGHTS)
def test_parts_sum_to_the_whole_and_are_within_one_of_their_share(total, weights) -> None:
    parts = shared_out(total, weights)
    whole = sum(weights)
    assert sum(parts) == (total if whole else 0)
    assert all(abs(part * whole - total * weight) < whole for part, weight in zip(parts, weights, strict=True) if whole)


@pytest.mark.parametrize(("total", "weights"), [(-1, [1]), (1, [1, -1])])
def test_nothing_is_below_zero(total, weights) -> None:
    with pytest.raises(ValueError, match="below zero"):
        shared_out(total, weights)


def shared(shop, assistant: str | None, column: str) -> dict[int, int]:
    """The parts by day of the month, where there are any."""
    found = targets.days(shop.store, ("S",), DAY)
    own = found[found["assistant"].isna() if assistant is None else found["assistant"] == assistant]
    return {row.day.day: int(getattr(row, column)) for row in own.dropna(subset=column).itertuples()}


@pytest.fixture
def two(shop):
    """Li leaves on the 28th, Wu has the 29th off; both began on the 25th. Of 10 for the store, 5 for Li, 3 are done."""
    shop.employ("Li", hired_on=date(2026, 11, 25), left_on=date(2026, 11, 28))
    shop.employ("Wu", hired_on=date(2026, 11, 25))
    shop.plan(29, "Wu", on_leave=True)
    for day in (25, 26):
        shop.hand_in(day, "Wu")
        shop.hand_in(day, "Li", closed=day - 24)
    shop.bring("targets", HEAD + "2026-11,S,,10,,\n2026-11,S,Li,5,,\n")
    return shop


def test_a_target_is_shared_out_over_the_days_somebody_works(two) -> None:
    # Li, 5 on four days: 1 1/4 each, the first gets the one left. The store, by 2 2 2 2 . 1 at work, 10 on 9:
    # 2 2/9 four times and 1 1/9, the first gets the one left. Nobody works on the 29th.
    assert shared(two, "Li", "planned") == {25: 2, 26: 1, 27: 1, 28: 1}
    assert shared(two, None, "planned") == {25: 3, 26: 2, 27: 2, 28: 2, 30: 1}


def test_what_is_missing_is_shared_out_over_the_days_left(two) -> None:
    # 2 of Li's and 7 of the store's are missing; the store's by 2 2 . 1: 2 4/5, 2 4/5, 1 2/5.
    assert shared(two, "Li", "still") == {27: 1, 28: 1}
    assert shared(two, None, "still") == {27: 3, 28: 3, 30: 1}


def test_a_target_changed_in_mid_month_is_shared_out_anew(two) -> None:
    two.bring("targets", HEAD + "2026-11,S,,8,,\n")
    # 5 are missing: 2, 2 and 1 exactly.
    assert shared(two, None, "still") == {27: 2, 28: 2, 30: 1}


def test_what_is_made_leaves_nothing_for_the_days_left(two) -> None:
    two.bring("targets", HEAD + "2026-11,S,,2,,\n")
    assert shared(two, None, "still") == {27: 0, 28: 0, 30: 0}


def test_without_targets_nothing_is_shared_out(shop) -> None:
    shop.hand_in(24, "Li")
    assert targets.days(shop.store, ("S",), DAY).empty
