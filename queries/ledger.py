"""The points of the referrals, entry by entry, and what they come to for each customer."""

from decimal import Decimal
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from queries.fates import KEPT

POINTS: Final = pa.decimal128(18, 1)
WHOSE: Final = ["store", "customer_key"]


def ledger(traced: pd.DataFrame) -> pd.DataFrame:
    """Return every entry in the order in which it was said: whose, of which day, and what for.

    ``traced`` comes from ``queries.fates``. ``entry`` is "own" for an action of the customer's, "passed" for the share
    of what ``from_key``, whom the customer brought, has earned since that day; one level up and no further.
    """
    rows = traced[traced["earns"]]
    kept = traced[traced["fate"] == KEPT].set_index("named")
    upwards = kept["customer_key"].reindex(rows["actor"])
    since = kept["day"].reindex(rows["actor"])
    own = rows.assign(entry="own", from_key=rows["customer_key"])
    passed = rows.assign(
        entry="passed", from_key=rows["customer_key"], customer_key=upwards.array, points=rows["passed"]
    )
    passed = passed[(since.array <= rows["day"].array) & (_tenths(passed["points"]) > 0)]
    entries = pd.concat([own, passed]).sort_index(kind="stable")
    columns = [*WHOSE, "day", "entry", "action", "from_key", "referred_key", "points"]
    found: pd.DataFrame = entries[columns].reset_index(drop=True)
    return found


def balances(entries: pd.DataFrame) -> pd.DataFrame:
    """Return what everybody with an entry has in ``points``, and how many were ``passed``; the most points first."""
    tenths = _tenths(entries["points"])
    counted = entries[WHOSE].assign(points=tenths, passed=np.where(entries["entry"] == "passed", tenths, 0))
    sums = counted.groupby(WHOSE, sort=True, as_index=False)[["points", "passed"]].sum()
    sums = sums.sort_values("points", ascending=False, kind="stable", ignore_index=True)
    return sums.assign(points=_points(sums["points"]), passed=_points(sums["passed"]))


def owed(traced: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Return the ``balances`` of ``traced``, each with what ``queries.referrals.people`` says of the customer."""
    return balances(ledger(traced)).merge(people, on=WHOSE, how="left")


def gifts_in_reach(sums: pd.DataFrame, gifts: pd.DataFrame) -> pd.DataFrame:
    """Return ``sums`` (of ``balances``) with the largest ``gift`` each can have, and what is ``missing`` to the next.

    ``gifts`` comes from ``queries.referrals.gifts``. No gift yet is null, and so is what is missing to no further one.
    """
    points = _tenths(sums["points"]).to_numpy()
    gift: list[str | None] = [None] * len(sums)
    missing: list[float | None] = [None] * len(sums)
    for store, steps in gifts.groupby("store"):
        names, edges = steps["gift"].tolist(), (steps["points"].to_numpy("int64") * 10).tolist()
        own = np.flatnonzero(sums["store"] == store)
        reached = np.searchsorted(edges, points[own], side="right").tolist()
        for place, count in zip(own.tolist(), reached, strict=True):
            gift[place] = names[count - 1] if count else None
            missing[place] = (edges[count] - points[place]) / 10 if count < len(edges) else None
    return sums.assign(gift=pd.Series(gift, sums.index, dtype=object), missing=pd.array(missing, "Float64"))


def _tenths(points: "pd.Series[Any]") -> "pd.Series[int]":
    return (points.astype("float64") * 10).round().astype("int64")


def _points(tenths: "pd.Series[int]") -> pd.Series:
    exact = pc.multiply(pa.array(tenths, pa.int64()).cast(pa.decimal128(19, 0)), pa.scalar(Decimal("0.1")))
    return pd.Series(exact.cast(POINTS), index=tenths.index, dtype=pd.ArrowDtype(POINTS))
