"""What the rest of a month may bring: orders drawn many times from what became of customers before."""

from bisect import bisect_left
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import stats

DRAWS: Final = 10_000
SEED: Final = 20  # fixed, so that the same data says the same to everybody
FEWEST_DAYS: Final = 14  # of data; below that it is too early to say
SURE_ENOUGH: Final = 0.8
MOST_LEADS: Final = 100_000  # nobody gets more in what is left of a month

Draws = npt.NDArray[np.int64]


def orders_ahead(outlook: pd.DataFrame) -> Draws | None:
    """Return how many orders the days left may bring, one number per draw; None where it is too early to say.

    ``outlook``: the rows of ``queries.targets.outlook`` of one assistant or store. Each open customer orders with the
    chance that customers at its stage had before (Beta-binomial), other orders come as they came (Gamma-Poisson); both
    as uncertain as the evidence leaves them. A. Gelman et al., Bayesian Data Analysis, 3rd ed. (2013), chapter 2.
    """
    if outlook.empty or outlook["days_known"].iloc[0] < FEWEST_DAYS:
        return None
    days, left = int(outlook["days"].iloc[0]), int(outlook["days_left"].iloc[0])
    chance = np.random.default_rng(SEED)
    ahead = np.zeros(DRAWS, np.int64)
    if left == 0:
        return ahead
    parts = outlook.set_index("part")
    stages = parts.loc[parts["open_now"].notna(), ["open_now", "open_then", "ordered"]].fillna(0)
    usual = (stages["ordered"].sum() + 0.5) / (stages["open_then"].sum() + 1)
    for _, stage in stages.iterrows():
        ahead += chance.binomial(int(stage["open_now"]), _chances(chance, stage, usual))
    others = int(parts["ordered"].get("other", 0))
    return ahead + chance.poisson(chance.gamma(others + 0.5, left / days, DRAWS))


def probability(ahead: Draws, missing: int) -> float:
    """Return in which share of the draws at least ``missing`` orders come."""
    return float((ahead >= missing).mean())


def made_with(ahead: Draws, share: float) -> int:
    """Return how many orders or more come in ``share`` of the draws: P80 for 0.8."""
    fewer = int(round((1 - share) * len(ahead), 6))  # draws that may bring less
    return int(np.partition(ahead, fewer)[fewer])


def leads_needed(outlook: pd.DataFrame, ahead: Draws, missing: int) -> int | None:
    """Return how many more leads make ``missing`` orders come in ``SURE_ENOUGH`` of the draws; None: no number does.

    A lead orders in the days left with the chance that leads had in as many days before.
    """
    if probability(ahead, missing) >= SURE_ENOUGH:
        return 0
    leads = outlook[outlook["part"] == "leads"]
    if leads.empty or not leads["ordered"].iloc[0] or not outlook["days_left"].iloc[0]:
        return None
    row = leads.iloc[0]
    chances = _chances(np.random.default_rng(SEED), row, (row["ordered"] + 0.5) / (row["open_then"] + 1))
    ranks = np.random.default_rng(SEED + 1).random(DRAWS)

    def enough(count: int) -> bool:
        more = np.asarray(stats.binom.ppf(ranks, count, chances), np.int64)
        return probability(ahead + more, missing) >= SURE_ENOUGH

    high = 1  # most need few leads, and few are drawn faster than many
    while not enough(high):
        if high == MOST_LEADS:
            return None
        high = min(2 * high, MOST_LEADS)
    return bisect_left(range(high), 1, lo=high // 2 + 1, key=enough)


def leads_usual(outlook: pd.DataFrame) -> int:
    """Return how many leads came in as many days as are left, on average."""
    leads = outlook[outlook["part"] == "leads"]
    if leads.empty:
        return 0
    row = leads.iloc[0]
    return round(int(row["open_then"]) * int(row["days_left"]) / int(row["days"])) if row["days"] else 0


def _chances(chance: np.random.Generator, part: "pd.Series[Any]", usual: float) -> npt.NDArray[np.float64]:
    """Draw the chance to order from the Beta posterior; its prior is worth two customers who order as is usual."""
    ordered, then = int(part["ordered"]), int(part["open_then"])
    return chance.beta(ordered + 2 * usual, then - ordered + 2 * (1 - usual), DRAWS)
