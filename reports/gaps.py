"""What an assistant's day comes to, in the words of the meeting: the gap, never a percentage."""

from typing import Any, Final

import pandas as pd

from data.texts import say

CLOSE: Final = 0.1  # a gap of at most this share of the quota is within reach tonight


def state(row: "pd.Series[Any]") -> str:
    """Return passed, close, below or missing for one row of the quota board."""
    if bool(row["passed"]):
        return "passed"
    if pd.isna(row["calls"]) and pd.isna(row["invites"]):
        return "missing"
    if pd.isna(row["calls"]) or pd.isna(row["invites"]):
        return "below"
    reach = [_short(row, figure) <= CLOSE * int(row[quota]) for figure, quota in _PAIRS]
    return "close" if all(reach) else "below"


def gap(row: "pd.Series[Any]", language: str) -> str:
    """Return what is missing, or that nothing is, for one row of the quota board; parts joined by " · "."""
    found = state(row)
    if found == "missing":
        return say("gaps.missing", language)
    if found == "passed":
        running = int(row["streak"])
        return say("gaps.running", language, days=running) if running > 1 else say("gaps.passed", language)
    parts = []
    for figure, _ in _PAIRS:
        if pd.isna(row[figure]):
            parts.append(say(f"gaps.no_{figure}", language))
        elif missing := _short(row, figure):
            parts.append(say(f"gaps.short_{figure}", language, count=missing))
    return " · ".join(parts)


_PAIRS: Final = (("calls", "call_quota"), ("invites", "invite_quota"))


def _short(row: "pd.Series[Any]", figure: str) -> int:
    return max(0, int(row[dict(_PAIRS)[figure]]) - int(row[figure]))


def summed(board: pd.DataFrame) -> pd.DataFrame:
    """Return the board by store: sums of its assistants, ``people``, ``people_passed`` and the state of the sums."""
    figures = [name for pair in _PAIRS for name in pair]
    stores = board.groupby("store", sort=False)
    rows = stores[figures].sum(min_count=1).reset_index()
    rows["people"] = stores.size().to_numpy()
    rows["people_passed"] = stores["passed"].sum().astype(int).to_numpy()
    rows["passed"] = rows["people"] == rows["people_passed"]
    return rows.assign(state=[state(row) for _, row in rows.iterrows()])
