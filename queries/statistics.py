"""What SQL can't reckon: shares of a few people made comparable, limits of chance, waits that aren't over."""

from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import stats

FEWEST_PEOPLE: Final = 5  # below that, nothing can be said of how people differ

ROUNDING: Final = 1e-9  # a product that is one half may come out as a little more

Numbers = npt.NDArray[np.float64]


def shrunk(won: npt.ArrayLike, base: npt.ArrayLike) -> Numbers | None:
    """Return each one's rate as far as it can be believed: empirical-Bayes, between the raw and the mean rate.

    ``won`` of ``base`` by person, same shape; null rates stay null. The Beta prior has the mean of all and, by the
    method of moments, the variance between people that chance doesn't explain (G. Casella, The American Statistician
    39, 1985). None with fewer than five people with a base: rank by the raw rate then.
    """
    successes, trials = np.asarray(won, dtype=float), np.asarray(base, dtype=float)
    some = trials > 0
    if some.sum() < FEWEST_PEOPLE:
        return None
    k, n = successes[some], trials[some]
    mean = k.sum() / n.sum()
    by_chance = mean * (1 - mean)
    spread = float((n * (k / n - mean) ** 2).sum() / n.sum())
    between = spread - by_chance * len(n) / n.sum()
    estimates = np.full(trials.shape, np.nan)
    if between <= 0:  # people differ no more than by chance
        estimates[some] = mean
    else:
        weight = max(by_chance / between - 1, 0.0)
        estimates[some] = (k + weight * mean) / (n + weight)
    return estimates


def limits(rate: float, base: npt.ArrayLike, level: float) -> tuple[Numbers, Numbers]:
    """Return between which rates ``level`` of all people would lie by chance alone, for each ``base`` from 1 up.

    Exact binomial quantiles: D. J. Spiegelhalter, Statistics in Medicine 24 (2005).
    """
    n = np.asarray(base, dtype=float)
    tail = (1 - level) / 2
    return stats.binom.ppf(tail, n, rate) / n, stats.binom.ppf(1 - tail, n, rate) / n


def median_wait(days: npt.ArrayLike, reached: npt.ArrayLike, customers: npt.ArrayLike) -> float | None:
    """Return after how many days half have reached the next stage, those still waiting counted as such; None: not yet.

    One element per number of days, as ``queries.funnel.waits`` gives them. The median of the product-limit estimate:
    E. L. Kaplan and P. Meier, JASA 53 (1958).
    """
    times = np.repeat(np.asarray(days, dtype=float), np.asarray(customers, dtype=int))
    over = np.repeat(np.asarray(reached, dtype=bool), np.asarray(customers, dtype=int))
    if not over.any():
        return None
    survival = stats.ecdf(stats.CensoredData.right_censored(times, ~over)).sf
    halved = np.flatnonzero(survival.probabilities <= 0.5 + ROUNDING)
    return float(survival.quantiles[halved[0]]) if len(halved) else None
