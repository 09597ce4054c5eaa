"""The quota board as a table: each assistant's figures, with the gap and the quota's origin in words."""

import pandas as pd

from reports.evening import Evening
from reports.gaps import gap
from reports.origins import origin


def board_table(evening: Evening, assistant: str | None, language: str) -> pd.DataFrame:
    """Return one row an assistant, all without a name: figures, quotas, the gap and the quota's origin in words."""
    board = evening.quota_board
    if assistant is not None:
        board = board[board["assistant"] == assistant]
    columns = ["assistant", "words", "calls", "call_quota", "invites", "invite_quota", "visits_agreed"]
    columns += ["quota_words", "streak"]
    if not evening.one_store:
        columns.insert(0, "store")
    if board["reward_cny"].notna().any():
        columns.append("reward_cny")
    if board.empty:
        return board.reindex(columns=columns)
    origins = board.merge(evening.quota_origin, on=["store", "assistant"])
    table = board.assign(
        words=[gap(row, language) for _, row in board.iterrows()],
        quota_words=[origin(row, language) for _, row in origins.iterrows()],
    )
    return table[columns]
