"""The quota board: each assistant, or each store, against the day's own quota."""

from typing import Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.quota_board import quota_board
from pages.shared.answers import made
from pages.shared.drawing import draw_to_fit, palette
from pages.shared.people import labels, of
from pages.shared.tables import Spoken, show, spoken
from pages.shared.texts import language, t
from reports.board_table import board_table
from reports.evening import Evening
from reports.gaps import gap, state, summed

EXPLAINED: Final = frozenset({"calls", "invites", "visits_agreed", "invite_quota", "streak", "reward_cny"})


def draw_board(evening: Evening, assistant: str | None) -> None:
    """Draw the board: an assistant a row in one store, else a store a row."""
    help_ = t("meeting.board_help" if evening.one_store else "meeting.store_board_help")
    st.markdown(f"**{t('meeting.board')}** :gray[{help_}]")
    if of(assistant, evening.quota_board).empty:
        st.caption(t("meeting.nobody"))
        return
    draw_to_fit(
        lambda narrow: made(board_figure, evening, assistant, "narrow" if narrow else "wide"),
        t("meeting.board_alt"),
        "quota_board",
    )


def draw_table(evening: Evening, assistant: str | None) -> None:
    """Draw the table behind the board, with how each quota came about in words."""
    st.markdown(f"**{t('meeting.table')}**")
    show(made(spoken_table, evening, assistant), t("meeting.table_alt"))


def board_figure(evening: Evening, assistant: str | None, shape: str) -> go.Figure:
    """Build the board's chart, its ``shape`` "wide" or "narrow"."""
    rows = _people(evening, assistant) if evening.one_store or assistant else _stores(evening)
    words = {name: t(f"meeting.figures.{name}") for name in ("calls", "invites")}
    words["missing"] = t("meeting.not_handed_in")
    return quota_board(rows, words, palette(), narrow=shape == "narrow")


def spoken_table(evening: Evening, assistant: str | None) -> Spoken:
    """Return the table of the board in words."""
    table = board_table(evening, assistant, language())
    return spoken(table, {name: t(f"meeting.columns.{name}") for name in table.columns if name in EXPLAINED})


def _people(evening: Evening, assistant: str | None) -> pd.DataFrame:
    board = of(assistant, evening.quota_board)
    return board.assign(
        label=labels(board, evening.stores),
        state=[state(row) for _, row in board.iterrows()],
        gap=[gap(row, language()) for _, row in board.iterrows()],
    )


def _stores(evening: Evening) -> pd.DataFrame:
    missing = evening.people.query("state == 'missing'").groupby("store").size()
    rows = summed(evening.quota_board)
    gaps = []
    for store, done, people in zip(rows["store"], rows["people_passed"], rows["people"], strict=True):
        words = [t("meeting.store_passed", passed=done, all=people)]
        if store in missing:
            words.append(t("meeting.board_missing", count=missing[store]))
        gaps.append(" · ".join(words))
    return rows.assign(label=rows["store"], gap=gaps)
