"""All chosen stores side by side, for who runs several: which one needs the meeting most."""

from dataclasses import replace
from typing import Final

import pandas as pd
import streamlit as st

from pages.shared.answers import answer, made
from pages.shared.tables import Spoken, follow, sheet, spoken
from pages.shared.texts import t
from queries import meeting
from reports.evening import Evening
from reports.store_table import store_table
from reports.workbook import Sheet

EXPLAINED: Final = (
    *("passed_share", "people_missing", "calls", "invites", "joined", "visited", "orders"),
    *("passed_trend", "calls_trend"),
)
SAID_ABOVE: Final = frozenset({"visited", "orders"})  # by the day's figures, in the same words


def compare_stores(evening: Evening) -> None:
    """Draw one row a store, the worst first; a click leads to that store. Nothing where only one is chosen."""
    if evening.one_store:
        return
    names, table = made(spoken_stores, evening)
    with st.container(border=True):
        st.markdown(f"**{t('meeting.stores_compared')}** :gray[{t('meeting.stores_compared_help')}]")
        follow(
            table,
            t("meeting.stores_compared_alt"),
            key="stores_compared",
            to=lambda place: st.session_state.update(stores=[names[place]]),
        )


def stores_of(evening: Evening) -> pd.DataFrame:
    """Return the stores as they are compared."""
    return store_table(evening, answer(meeting.store_figures, scope=evening.stores, day=evening.day))


def store_sheets(evening: Evening) -> list[Sheet]:
    """Return them as a sheet to take home, without the small charts; none where only one is chosen."""
    if evening.one_store:
        return []
    return [sheet(t("meeting.stores_compared"), stores_of(evening).drop(columns=["passed_trend", "calls_trend"]))]


def spoken_stores(evening: Evening) -> tuple[list[str], Spoken]:
    """Return their names and the table in words; the name stays in sight where a phone shows few columns."""
    stores = stores_of(evening)
    explained = {name: t(f"meeting.{'definitions' if name in SAID_ABOVE else 'columns'}.{name}") for name in EXPLAINED}
    table = spoken(stores.round({"passed_share": 2}), explained)
    columns = {
        **table.columns,
        t("tables.columns.store"): st.column_config.Column(pinned=True),
        t("tables.columns.passed_trend"): st.column_config.LineChartColumn(
            y_min=0, y_max=1, help=explained["passed_trend"]
        ),
    }
    return stores["store"].tolist(), replace(table, columns=columns)
