"""Who stands where by a rate, as far as the numbers allow to say so, and who stands outside of chance."""

from typing import Any, Final

import numpy as np
import pandas as pd

from queries.statistics import limits, shrunk

RANKED_FROM: Final = 10  # customers; a rate of fewer gives nobody a rank
WORSE_HIGH: Final = frozenset({"lost_rate"})
LEVELS: Final = {"low": 0.95, "lowest": 0.998}


def ranked(rows: pd.DataFrame, *, people: bool) -> tuple[pd.DataFrame, str | None]:
    """Return the rows of one rate of ``queries.funnel.cuts``, the best first, and what limits the order, if anything.

    ``believed`` is the rate to go by: of people the empirical-Bayes estimate, "too_few_people" or "no_difference" where
    there is none; else the rate itself. ``rank`` counts people from 1, null for a rate of too few customers.
    """
    counted = rows[rows["denominator"] > 0]
    estimates = shrunk(counted["numerator"], counted["denominator"]) if people else None
    limit = None
    if people:
        limit = "too_few_people" if estimates is None else "no_difference" if np.ptp(estimates) < 1e-9 else None
    believed = counted["rate"] if limit or estimates is None else pd.Series(estimates, counted.index)
    found = counted.assign(believed=believed, few=counted["denominator"] < RANKED_FROM)
    best_first = found["metric"].isin(WORSE_HIGH).any()
    found = found.sort_values(["few", "believed"], ascending=[True, bool(best_first)], kind="stable", ignore_index=True)
    nobody = pd.Series(pd.NA, found.index, dtype="Int64")
    places = found["few"].map({False: 1}).cumsum().astype("Int64")
    return found.assign(rank=places if people and limit != "no_difference" else nobody), limit


def bounds(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the limits of chance around the mean of all: n, mean, low, high (95 %), lowest and highest (99.8 %)."""
    base = rows["denominator"].sum()
    if not base:
        return pd.DataFrame(columns=["n", "mean", "low", "high", "lowest", "highest"], dtype=float)
    mean = float(rows["numerator"].sum() / base)
    most = int(rows["denominator"].max() * 1.1) + 1
    n = np.unique(np.linspace(1, most, min(most, 80)).astype(int))
    low, high = limits(mean, n, LEVELS["low"])
    lowest, highest = limits(mean, n, LEVELS["lowest"])
    return pd.DataFrame({"n": n, "mean": mean, "low": low, "high": high, "lowest": lowest, "highest": highest})


def outside(rows: pd.DataFrame) -> list[str]:
    """Return for each row of one rate whether chance explains it: passed (better), close or below (worse), else ""."""
    mean = float(rows["numerator"].sum() / rows["denominator"].sum()) if len(rows) else 0.0
    low, high = limits(mean, rows["denominator"], LEVELS["low"])
    lowest, highest = limits(mean, rows["denominator"], LEVELS["lowest"])
    edges = zip(rows["metric"], rows["rate"], low, high, lowest, highest, strict=True)
    return [_side(*values) for values in edges]


def _side(metric: str, rate: float, *edges: Any) -> str:
    low, high, lowest, highest = edges
    if metric in WORSE_HIGH:
        rate, low, high, lowest = -rate, -high, -low, -highest
    if rate > high:
        return "passed"
    return "below" if rate < lowest else "close" if rate < low else ""
