"""The filter bar: which stores, which days, which assistant. Kept in the URL, so that a link shows what I see."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import pandas as pd
import streamlit as st

from data.home import now
from pages.shared.answers import answer
from pages.shared.texts import t
from queries import frame

EARLIEST: Final = date(2010, 1, 1)
PERIOD: Final = timedelta(days=27)  # with the last day: four weeks, so that every weekday counts the same
LONG_PERIOD: Final = timedelta(days=90)  # 13 weeks: of those who came in the last 30 days nothing can be said yet
YEAR: Final = timedelta(days=363)  # 52 weeks: somebody who buys once a year is in it once


@dataclass(frozen=True)
class Chosen:
    """What the filter bar says. ``stores`` are the chosen ones, or all visible ones when ``everywhere``."""

    stores: tuple[str, ...]
    first: date
    last: date
    assistant: str | None
    everywhere: bool

    @property
    def place(self) -> str:
        """Where, in words: a store's name as it is written."""
        if len(self.stores) == 1:
            return self.stores[0]
        if self.everywhere:
            return t("filters.all_stores")
        return t("filters.some_stores", count=len(self.stores))


def chosen() -> Chosen:
    """Return what the filter bar says in this run; the frame has drawn it before any page."""
    current: Chosen = st.session_state["chosen"]
    return current


def filter_bar(period: timedelta | None) -> Chosen:
    """Draw the filter bar and return what it says.

    With a first and a last day, ``period`` apart until somebody chooses others; with one day, where it is None.
    """
    first, last = _period(period) if period else _day()
    options = answer(frame.stores)["store"].tolist()
    picked = st.multiselect(
        t("filters.stores"),
        options,
        key="stores",
        bind="query-params",
        placeholder=t("filters.all_stores"),
        select_all=False,
    )
    stores = tuple(name for name in options if name in picked) or tuple(options)
    staff = answer(frame.assistants, scope=stores, first=first, last=last)["assistant"].unique().tolist()
    if st.session_state.get("assistant") not in staff:
        st.session_state.pop("assistant", None)
    assistant = st.selectbox(
        t("filters.assistant"),
        staff,
        index=None,
        key="assistant",
        bind="query-params",
        placeholder=t("filters.all_assistants"),
    )
    everywhere = len(stores) == len(options)
    st.session_state["chosen"] = Chosen(stores, first, last, assistant if assistant in staff else None, everywhere)
    return chosen()


def latest_day() -> date:
    """Return the last day with data, else today."""
    day = answer(frame.data_age)["last_day"].iloc[0]
    return now().date() if pd.isna(day) else pd.Timestamp(day).date()


def _day() -> tuple[date, date]:
    shortcuts = st.container()
    day = _date("to", t("filters.day"), latest_day(), hidden=True)
    today = now().date()
    days = {"today": today, "yesterday": today - timedelta(days=1)}
    st.session_state["day"] = next((name for name, value in days.items() if value == day), None)
    shortcuts.segmented_control(
        t("filters.day"),
        days,
        format_func=lambda name: t(f"filters.days.{name}"),
        key="day",
        on_change=lambda: st.session_state.update(to=days.get(st.session_state["day"], day)),
        width="stretch",
    )
    return day - PERIOD, day


def _period(period: timedelta) -> tuple[date, date]:
    above = st.container()
    last = _date("to", t("filters.to"), latest_day())
    if (first := st.session_state.get("from")) and first > last:
        st.session_state["from"] = last - period
    with above:
        first = _date("from", t("filters.from"), last - period)
    return min(first, last), last


def _date(key: str, label: str, default: date, *, hidden: bool = False) -> date:
    """Draw one date that nobody has to set: left alone, it moves on when newer data arrives."""
    before = st.session_state.get(f"{key}_default")
    if before is not None and before != default and st.session_state.get(key) == before:
        st.session_state[key] = default
    st.session_state[f"{key}_default"] = default
    day: date | None = st.date_input(
        label,
        default,
        min_value=EARLIEST,
        max_value=max(default, now().date()),
        key=key,
        bind="query-params",
        format="YYYY-MM-DD",
        label_visibility="collapsed" if hidden else "visible",
    )
    return day or default
