"""What the rest of a month may bring: against the exact distributions, and true as often as it says."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from queries.forecasting import DRAWS, leads_needed, made_with, orders_ahead, probability

CHANCE = 4 * 0.5 / DRAWS**0.5  # four standard errors of a share of the draws


def outlook(
    *parts: tuple[str, int | None, int | None, int], days: int = 50, left: int = 10, known: int = 60
) -> pd.DataFrame:
    found = pd.DataFrame(parts, columns=["part", "open_now", "open_then", "ordered"])
    numbers = {name: found[name].astype("Int32") for name in ("open_now", "open_then", "ordered")}
    return found.assign(**numbers, days=days, days_left=left, days_known=known)


def test_other_orders_come_as_they_came() -> None:
    # 20 in 50 days: a rate from Gamma(20.5, 50), for 10 days: negative binomial with 20.5 and 50 / 60.
    ahead = orders_ahead(outlook(("other", None, None, 20)))
    exact = stats.nbinom(20.5, 50 / 60)
    for missing in (1, 3, 4, 6, 9):
        assert probability(ahead, missing) == pytest.approx(exact.sf(missing - 1), abs=CHANCE)


def test_open_customers_order_as_those_at_their_stage_did() -> None:
    # 30 of 100 visitors ordered, none of anything else: usual is 30.5 / 101, worth two customers.
    # So the chance is Beta(30 + 61/101, 70 + 141/101); of 12 open now: beta-binomial. No other order in 10**9 days.
    ahead = orders_ahead(outlook(("visited", 12, 100, 30), ("other", None, None, 0), days=10**9))
    exact = stats.betabinom(12, 30 + 61 / 101, 70 + 141 / 101)
    for missing in range(1, 8):
        assert probability(ahead, missing) == pytest.approx(exact.sf(missing - 1), abs=CHANCE)


def test_a_stage_that_nobody_was_at_is_as_usual() -> None:
    # 40 of 400 ordered; whoever is invited for the first time has the same chance, uncertain as of two customers.
    ahead = orders_ahead(outlook(("invited", 1, 0, 0), ("visited", 0, 400, 40), ("other", None, None, 0), days=10**9))
    assert probability(ahead, 1) == pytest.approx(40.5 / 401, abs=CHANCE)


def test_the_same_evidence_always_says_the_same() -> None:
    evidence = outlook(("contact", 300, 900, 40), ("other", None, None, 20))
    assert np.array_equal(orders_ahead(evidence), orders_ahead(evidence))


def test_at_the_end_of_the_month_nothing_is_to_come() -> None:
    ahead = orders_ahead(outlook(("visited", 9, 100, 30), ("other", None, None, 20), left=0))
    assert (probability(ahead, 0), probability(ahead, 1), made_with(ahead, 0.5)) == (1.0, 0.0, 0)


@pytest.mark.parametrize("evidence", [outlook(), outlook(("other", None, None, 9), days=10, known=13)])
def test_without_two_weeks_of_data_it_is_too_early(evidence) -> None:
    assert orders_ahead(evidence) is None


def test_p80_is_what_four_fifths_of_the_draws_reach() -> None:
    assert made_with(np.array([1, 2, 3, 4, 5]), 0.8) == 2  # 2, 3, 4 and 5 are at least 2; 3 is reached by three only
    assert made_with(np.array([4, 3, 2, 1]), 0.5) == 3


def test_more_leads_make_up_what_is_missing() -> None:
    evidence = outlook(("leads", None, 100, 25), ("other", None, None, 0), days=10**9)
    ahead = orders_ahead(evidence)
    assert leads_needed(evidence, ahead, 0) == 0
    # A lead orders with about 25.5 / 101: for at least 5 in four fifths of the draws, 26 would do were the chance sure.
    sure = next(n for n in range(100) if stats.binom.sf(4, n, 25.5 / 101) >= 0.8)
    assert sure <= leads_needed(evidence, ahead, 5) <= sure + 3


def test_many_leads_may_be_needed_but_not_more_than_anybody_gets() -> None:
    # One lead in 1,000 orders, surely: at least 20 orders in four fifths of the draws need some 24,000 leads. One in a
    # million: 100,000 leads bring at least one in a tenth of the draws.
    rare = outlook(("leads", None, 1_000_000, 1_000), ("other", None, None, 0), days=10**9)
    sure = next(n for n in range(20_000, 30_000, 10) if stats.binom.sf(19, n, 0.001) >= 0.8)
    assert leads_needed(rare, orders_ahead(rare), 20) == pytest.approx(sure, rel=0.02)
    rarer = outlook(("leads", None, 1_000_000_000, 1_000), ("other", None, None, 0), days=10**9)
    assert leads_needed(rarer, orders_ahead(rarer), 1) is None


def test_where_no_lead_has_ordered_no_number_of_leads_is_enough() -> None:
    for leads in ((), (("leads", None, 100, 0),)):
        evidence = outlook(*leads, ("other", None, None, 3))
        assert leads_needed(evidence, orders_ahead(evidence), 50) is None


def test_four_of_five_months_reach_their_p80() -> None:
    """Months left to chance: what they had brought is the evidence, what they then bring is held against it."""
    chance = np.random.default_rng(1)
    reached = 0.0
    for _ in range(400):
        rate, visits, contacts = chance.gamma(4, 0.5), chance.beta(6, 14), chance.beta(2, 60)
        visited, met, days = chance.integers(40, 200), chance.integers(300, 900), 50
        evidence = outlook(
            ("visited", int(visited // 4), int(visited), int(chance.binomial(visited, visits))),
            ("contact", int(met // 4), int(met), int(chance.binomial(met, contacts))),
            ("other", None, None, int(chance.poisson(rate * days))),
            days=days,
        )
        came = chance.binomial(visited // 4, visits) + chance.binomial(met // 4, contacts) + chance.poisson(rate * 10)
        ahead = orders_ahead(evidence)
        p80 = made_with(ahead, 0.8)
        # Orders are whole: of those that come to exactly P80, as many count as make it four fifths of the draws.
        above, at = probability(ahead, p80 + 1), probability(ahead, p80) - probability(ahead, p80 + 1)
        reached += 1 if came > p80 else (0.8 - above) / at if came == p80 else 0
    assert 0.75 <= reached / 400 <= 0.85
