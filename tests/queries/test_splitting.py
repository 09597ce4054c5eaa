"""Shares in whole numbers: by hand, and whatever the numbers."""

from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.planning import by_hour, by_person, by_week, plan
from queries.splitting import shared_out

WEIGHTED = [None, Fraction(0), Fraction(1, 2), Fraction(1), Fraction(3, 2)]  # None: not at work
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


def found_on(weights: list[Fraction | None]) -> list[tuple[int, Fraction]]:
    return [(day, weight) for day, weight in enumerate(weights, 1) if weight is not None]


@pytest.mark.parametrize(
    ("own", "days", "parts"),
    [
        ({}, {"Li": 3, "Wu": 1}, {"Li": 8, "Wu": 2}),  # by days: 7 1/2 and 2 1/2, the earlier of equal remainders
        ({"Li": 4}, {"Li": 1, "Wu": 2, "Xu": 1}, {"Li": 4, "Wu": 4, "Xu": 2}),  # what Li leaves, by days
        ({"Li": 9, "Wu": 6}, {"Li": 1, "Wu": 1}, {"Li": 6, "Wu": 4}),  # too much: in proportion
        ({"Li": 20}, {"Li": 1, "Wu": 1}, {"Li": 10, "Wu": 0}),
        ({"Li": 4, "Wu": 6}, {"Li": 0, "Wu": 1}, {"Wu": 10}),  # Li is not there on any day
        ({}, {}, {}),
    ],
)
def test_own_targets_stand_and_days_share_the_rest(own, days, parts) -> None:
    assert by_person(10, own, days) == parts


NAMES = st.sampled_from("abcdef")
PEOPLE = st.dictionaries(NAMES, st.lists(st.sampled_from(WEIGHTED), min_size=30, max_size=30), max_size=6)


@settings(deadline=None, max_examples=60)
@given(PEOPLE, st.dictionaries(NAMES, st.integers(0, 60)), st.integers(0, 300), st.integers(0, 300), st.integers(1, 30))
def test_every_level_sums_to_the_one_above(people, own, target, done, today) -> None:
    work = pd.DataFrame(
        [
            ("S", name, pd.Timestamp(2026, 11, day), weight)
            for name, found in people.items()
            for day, weight in found_on(found)
        ],
        columns=["store", "assistant", "day", "weight"],
    )
    goals = pd.DataFrame(
        [("S", None, target, done), *(("S", name, count, min(count, done)) for name, count in own.items())],
        columns=["store", "assistant", "target", "done"],
    )
    day = pd.Timestamp(2026, 11, today)
    found = plan(goals, work.astype({"day": "datetime64[us]"}), day)
    store, persons = found[found["assistant"].isna()], found[found["assistant"].notna()]
    at_work, ahead = work[work["weight"] > 0], work[(work["weight"] > 0) & (work["day"] > day)]
    assert persons["planned"].sum() == store["planned"].sum() == (target if len(at_work) else 0)
    assert persons["still"].sum() == store["still"].sum() == (max(target - done, 0) if len(ahead) else 0)
    assert (persons.groupby("day")[["planned", "still"]].sum() == store.set_index("day")[["planned", "still"]]).all(
        axis=None
    )
    assert found.loc[found["day"] <= day, "still"].isna().all()
    weeks = by_week(found).set_index(["assistant", "week"])
    assert weeks["planned"].sum() == found["planned"].sum()
    hours = pd.DataFrame({"store": "S", "hour": pd.array([9, 10, 11], "Int32"), "seen": [done, target, today]})
    for of_day, own_day in found[found["day"] > day].groupby("day"):
        by_clock = by_hour(own_day, hours)
        own = by_clock[by_clock["assistant"].notna()].groupby("assistant")["orders"].sum().to_dict()
        parts = own_day[own_day["assistant"].notna() & (own_day["still"] > 0)].set_index("assistant")["still"].to_dict()
        assert own == parts, of_day
        assert by_clock.loc[by_clock["assistant"].isna(), "orders"].sum() == own_day["still"].sum() / 2
