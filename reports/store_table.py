"""The stores of an evening side by side, the one that needs the meeting most first."""

from datetime import timedelta
from typing import Any, Final

import pandas as pd

from reports.evening import Evening

FORTNIGHT: Final = timedelta(days=13)
COLUMNS: Final = (
    *("store", "passed_share", "people_missing", "calls", "invites", "joined", "visited", "orders", "amount_cny"),
    *("passed_trend", "calls_trend"),
)


def store_table(evening: Evening, figures: pd.DataFrame) -> pd.DataFrame:
    """Return one row a store with ``COLUMNS``: the smallest share that passed first, then who misses most logs.

    ``figures`` answers ``queries.meeting.store_figures``. ``passed_share`` is of those assessed, none where nobody was;
    ``passed_trend`` the same on each assessed day of the last 14, ``calls_trend`` the calls on those with a log.
    """
    missing = evening.people.query("state == 'missing'").groupby("store").size()
    stores = pd.DataFrame({"store": list(evening.stores)}).merge(figures, on="store", how="left")
    trends = _passed_trends(evening)
    table = stores.assign(
        passed_share=stores["store"].map(_share(evening.quota_board, ["store"])),
        people_missing=stores["store"].map(missing).fillna(0).astype(int),
        passed_trend=pd.Series([trends.get(store, []) for store in stores["store"]], dtype=object),
        calls_trend=pd.Series([_numbers(calls) for calls in stores["calls_trend"]], dtype=object),
    )
    worst_first = table.sort_values(["passed_share", "people_missing", "calls"], ascending=[True, False, True])
    return worst_first[list(COLUMNS)].reset_index(drop=True)


def _passed_trends(evening: Evening) -> dict[Any, list[float]]:
    since = evening.daily[pd.to_datetime(evening.daily["day"]).dt.date >= evening.day - FORTNIGHT]
    shares = _share(since, ["store", "day"])
    return {store: of_days.tolist() for store, of_days in shares.groupby(level="store")}  # the oldest day first


def _share(people: pd.DataFrame, by: list[str]) -> "pd.Series[float]":
    shares: pd.Series[float] = people.assign(passed=people["passed"].astype(float)).groupby(by)["passed"].mean()
    return shares


def _numbers(calls: Any) -> list[int]:
    """Return a trend as whole numbers, none where the store is not among the answers."""
    return [] if pd.api.types.is_scalar(calls) else [int(call) for call in calls]
