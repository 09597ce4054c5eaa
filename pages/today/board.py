"""The quota board: each assistant, or each store, against the day's own quota."""

import pandas as pd
import streamlit as st

from charts.quota_board import quota_board as board_figure
from pages.shared.drawing import draw_to_fit, palette
from pages.shared.people import labels, of
from pages.shared.tables import show
from pages.shared.texts import language, t
from reports.evening import Evening, handing_in
from reports.gaps import gap, state, summed
from reports.origins import origin as origin_words


def quota_board(evening: Evening, assistant: str | None) -> None:
    """Draw the board of one store, an assistant a row."""
    board = of(assistant, evening.quota_board)
    st.markdown(f"**{t('meeting.board')}** :gray[{t('meeting.board_help')}]")
    if board.empty:
        st.caption(t("meeting.nobody"))
        return
    rows = board.assign(
        label=labels(board, evening.stores),
        state=[state(row) for _, row in board.iterrows()],
        gap=[gap(row, language()) for _, row in board.iterrows()],
    )
    _draw(rows)


def store_board(evening: Evening) -> None:
    """Draw the board of several stores, a store a row: the sums of its assistants."""
    st.markdown(f"**{t('meeting.board')}** :gray[{t('meeting.store_board_help')}]")
    missing = handing_in(evening.readiness).query("state == 'missing'").groupby("store").size()
    rows = summed(evening.quota_board)
    passed = zip(rows["store"], rows["people_passed"], rows["people"], strict=True)
    rows["gap"] = [
        " · ".join(
            [t("meeting.store_passed", passed=done, all=people)]
            + ([t("meeting.board_missing", count=missing[store])] if store in missing else [])
        )
        for store, done, people in passed
    ]
    _draw(rows.assign(label=rows["store"]))


def board_table(evening: Evening, origin: pd.DataFrame, assistant: str | None) -> pd.DataFrame:
    """Draw the table behind the board, how each quota came about in words, and return it."""
    board = of(assistant, evening.quota_board)
    st.markdown(f"**{t('meeting.table')}**")
    if board.empty:
        st.caption(t("meeting.nobody"))
        return board
    origins = board.merge(origin, on=["store", "assistant"])
    table = board.assign(
        words=[gap(row, language()) for _, row in board.iterrows()],
        quota_words=[origin_words(row, language()) for _, row in origins.iterrows()],
    )
    columns = ["assistant", "words", "calls", "call_quota", "invites", "invite_quota", "visits_agreed"]
    columns += ["quota_words", "streak"]
    if not evening.one_store:
        columns.insert(0, "store")
    if board["reward_cny"].notna().any():
        columns.append("reward_cny")
    shown = table[columns]
    show(shown, t("meeting.table_alt"), {name: t(f"meeting.columns.{name}") for name in columns if name in EXPLAINED})
    return shown


EXPLAINED = frozenset({"calls", "invites", "visits_agreed", "invite_quota", "streak", "reward_cny"})


def _draw(rows: pd.DataFrame) -> None:
    words = {name: t(f"meeting.figures.{name}") for name in ("calls", "invites")}
    words["missing"] = t("meeting.not_handed_in")
    colours = palette()
    draw_to_fit(lambda narrow: board_figure(rows, words, colours, narrow=narrow), t("meeting.board_alt"), "quota_board")
