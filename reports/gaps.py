"""What an assistant's day comes to, in the words of the meeting: the gap, never a percentage."""

from typing import Any, Final

import pandas as pd

from data.texts import say

PAIRS: Final = (("calls", "call_quota"), ("invites", "invite_quota"))
CLOSE: Final = 0.1  # a gap of at most this share of the quota is within reach tonight


def state(row: "pd.Series[Any]") -> str:
    """Return passed, close, below or missing for one row of the quota board."""
    if bool(row["passed"]):
        return "passed"
    if pd.isna(row["calls"]) and pd.isna(row["invites"]):
        return "missing"
    if pd.isna(row["calls"]) or pd.isna(row["invites"]):
        return "below"
    reach = [_short(row, figure) <= CLOSE * int(row[quota]) for figure, quota in PAIRS]
    return "close" if all(reach) else "below"


def by_result(board: pd.DataFrame) -> pd.DataFrame:
    """Return the board with who passed first, the longest streak before the others, and who is missing last."""
    order = {"passed": 0, "close": 1, "below": 2, "missing": 3}
    ranks = [order[state(row)] for _, row in board.iterrows()]
    short = sum((board[quota] - board[figure]).clip(lower=0).fillna(0) for figure, quota in PAIRS)
    sorted_board = board.assign(rank=ranks, short=short).sort_values(
        ["store", "rank", "streak", "short", "assistant"], ascending=[True, True, False, True, True], ignore_index=True
    )
    return sorted_board.drop(columns=["rank", "short"])


def gap(row: "pd.Series[Any]", language: str) -> str:
    """Return what is missing, or that nothing is, for one row of the quota board; parts joined by " · "."""
    found = state(row)
    if found == "missing":
        return say("gaps.missing", language)
    if found == "passed":
        running = int(row["streak"])
        return say("gaps.running", language, days=running) if running > 1 else say("gaps.passed", language)
    parts = []
    for figure, _ in PAIRS:
        if pd.isna(row[figure]):
            parts.append(say(f"gaps.no_{figure}", language))
        elif missing := _short(row, figure):
            parts.append(say(f"gaps.short_{figure}", language, count=missing))
    return " · ".join(parts)


def _short(row: "pd.Series[Any]", figure: str) -> int:
    return max(0, int(row[dict(PAIRS)[figure]]) - int(row[figure]))


def summed(board: pd.DataFrame) -> pd.DataFrame:
    """Return the board by store: sums of its assistants, ``people``, ``people_passed`` and ``state``.

    A store is passed when everybody passed, close when at least half did, missing when nobody handed in.
    """
    figures = [name for pair in PAIRS for name in pair]
    stores = board.groupby("store", sort=False)
    rows = stores[figures].sum(min_count=1).reset_index()
    rows["people"] = stores.size().to_numpy()
    rows["people_passed"] = stores["passed"].sum().astype(int).to_numpy()
    return rows.assign(state=[_store_state(row) for _, row in rows.iterrows()])


def _store_state(row: "pd.Series[Any]") -> str:
    if pd.isna(row["calls"]) and pd.isna(row["invites"]):
        return "missing"
    if row["people_passed"] == row["people"]:
        return "passed"
    return "close" if 2 * row["people_passed"] >= row["people"] else "below"
