"""What SQL can't reckon, and intervals that it can: held against scipy, exact fractions and the definitions."""

from fractions import Fraction
from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from queries.statistics import limits, median_wait, shrunk

Waits = list[tuple[int, bool, int]]
WAITS = st.lists(st.tuples(st.integers(0, 9), st.booleans(), st.integers(1, 6)), max_size=9)
PEOPLE = st.lists(
    st.integers(1, 60).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base))), min_size=5, max_size=12
)


def test_the_wilson_interval_is_scipys(shop) -> None:
    chance = Random(4)
    bases = [chance.choice((1, 2, 5, 30, 400, 10_000)) + chance.randrange(5) for _ in range(1000)]
    won = [chance.choice((0, base, chance.randint(0, base))) for base in bases]
    asked = "select wilson_low(k, n), wilson_high(k, n) from (select unnest($1) as k, unnest($2) as n)"
    with shop.store.cursor(["S"]) as cursor:
        found = cursor.execute(asked, [won, bases]).fetchall()
    intervals = (stats.binomtest(k, n).proportion_ci(method="wilson") for k, n in zip(won, bases, strict=True))
    assert np.array(found) == pytest.approx(np.array([tuple(interval) for interval in intervals]), abs=1e-12)


@pytest.mark.parametrize(
    ("low", "high", "benchmark", "verdict"),
    [
        (0.6, 0.9, 0.6, "pass"),  # just at it
        (0.6, 0.9, 0.5, "pass"),
        (0.1, 0.5, 0.6, "below"),
        (0.1, 0.6, 0.6, "too_few"),  # it may stand at the benchmark
        (0.59, 0.9, 0.6, "too_few"),
        (None, None, 0.6, "too_few"),
        (0.1, 0.5, None, None),
        (None, None, None, None),
    ],
)
def test_a_verdict_needs_the_whole_interval_on_one_side(shop, low, high, benchmark, verdict) -> None:
    with shop.store.cursor(["S"]) as cursor:
        assert cursor.execute("select verdict($1, $2, $3)", [low, high, benchmark]).fetchall() == [(verdict,)]


def test_nobody_has_no_interval(shop) -> None:
    with shop.store.cursor(["S"]) as cursor:
        assert cursor.execute("select wilson_low(0, 0), wilson_high(0, 0)").fetchall() == [(None, None)]


def product_limit(waits: Waits) -> int | None:
    """Return the first day on which no more than half are still waiting, by the product-limit estimate in fractions."""
    still = Fraction(1)
    for day in sorted({day for day, reached, _ in waits if reached}):
        at_risk = sum(customers for when, _, customers in waits if when >= day)
        over = sum(customers for when, reached, customers in waits if reached and when == day)
        still *= 1 - Fraction(over, at_risk)
        if still <= Fraction(1, 2):
            return day
    return None


def of(waits: Waits) -> float | None:
    return median_wait(*(list(column) for column in zip(*waits, strict=True))) if waits else median_wait([], [], [])


@pytest.mark.parametrize(
    ("waits", "median"),
    [
        ([], None),
        ([(3, False, 4)], None),  # all are still waiting
        ([(1, True, 2), (5, True, 2)], 1),  # half after a day
        ([(1, True, 1), (5, True, 1), (9, True, 1)], 5),
        ([(1, True, 1), (2, False, 2), (9, True, 1)], 9),  # 3/4 after a day, then the last one: 0
        ([(4, True, 3), (4, False, 3)], 4),  # who still waits on that day was at risk: 1 - 3/6
        ([(4, True, 2), (4, False, 3)], None),  # 1 - 2/5
        ([(day, True, 1) for day in range(10)], 4),  # 9/10 · 8/9 · … · 5/6 = 1/2
    ],
)
def test_the_median_wait_counts_who_still_waits(waits: Waits, median: int | None) -> None:
    assert of(waits) == product_limit(waits) == median


@given(WAITS)
def test_the_median_wait_is_that_of_exact_fractions(waits: Waits) -> None:
    assert of(waits) == product_limit(waits)


@given(PEOPLE)
def test_an_estimate_lies_between_the_raw_rate_and_that_of_all(people: list[tuple[int, int]]) -> None:
    won, base = (np.array(column) for column in zip(*people, strict=True))
    estimates, raw, mean = shrunk(won, base), won / base, won.sum() / base.sum()
    assert estimates is not None
    assert (estimates >= np.minimum(raw, mean) - 1e-12).all()
    assert (estimates <= np.maximum(raw, mean) + 1e-12).all()


@given(st.lists(st.integers(0, 20), min_size=5, max_size=9))
def test_with_equal_numbers_the_order_stays(won: list[int]) -> None:
    estimates = shrunk(sorted(won), [20] * len(won))
    assert estimates is not None
    assert (np.diff(estimates) >= -1e-12).all()


def test_a_prior_of_the_moments_by_hand() -> None:
    # Five people, 10 each: 0, 2, 5, 8, 10 of 10. Mean 0.5; between them (0.25 + 0.09 + 0 + 0.09 + 0.25) / 5 = 0.136, by
    # chance 0.25 · 5 / 50 = 0.025, so 0.111 is theirs. The prior weighs 0.25 / 0.111 - 1 = 1.252: (0 + 0.626) / 11.252.
    estimates = shrunk([0, 2, 5, 8, 10], [10] * 5)
    assert estimates == pytest.approx([0.0556, 0.2334, 0.5, 0.7666, 0.9444], abs=1e-4)


def test_people_who_differ_by_chance_alone_are_all_alike_and_few_are_not_compared() -> None:
    assert shrunk([5, 5, 5, 5, 5], [10] * 5) == pytest.approx([0.5] * 5)
    assert shrunk([1, 2, 3, 4], [10] * 4) is None
    assert shrunk([1, 2, 3, 4, 0], [10, 10, 10, 10, 0]) is None  # the fifth has nothing to go by
    six = shrunk([1, 2, 3, 4, 5, 0], [10, 10, 10, 10, 10, 0])
    assert six is not None
    assert np.isnan(six).tolist() == [False] * 5 + [True]


@given(st.floats(0.05, 0.95), st.integers(1, 500), st.sampled_from((0.95, 0.998)))
def test_limits_leave_no_more_than_their_share_outside(rate: float, base: int, level: float) -> None:
    (low,), (high,) = limits(rate, [base], level)
    k, tail = np.rint([low * base, high * base]), (1 - level) / 2 + 1e-12
    assert stats.binom.cdf(k[0] - 1, base, rate) <= tail
    assert stats.binom.sf(k[1], base, rate) <= tail
    # And they are the closest that do: one more step inwards would leave more.
    assert stats.binom.cdf(k[0], base, rate) >= tail - 2e-12
    assert stats.binom.sf(k[1] - 1, base, rate) >= tail - 2e-12


@pytest.mark.parametrize("rate", [0.1, 0.5, 0.85])
def test_limits_hold_the_mean_and_narrow_with_the_number(rate: float) -> None:
    low, high = limits(rate, [40, 160, 640, 2560], 0.95)
    assert (low < rate).all()
    assert (rate < high).all()
    assert all(wide > 1.5 * narrow for wide, narrow in pairwise(high - low))
