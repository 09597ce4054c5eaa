"""One way to show a table and one way to take it home."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import pandas as pd
import pyarrow as pa
import streamlit as st

from data.home import now
from pages.shared.filters import chosen
from pages.shared.texts import language, listed, t
from reports import wording
from reports.workbook import WORKBOOK, Sheet, csv, workbook

MISSING: Final = "–"  # not zero: nobody has said
WHOLE: Final = 20  # rows that are shown without a table that scrolls inside the page
PLACES: Final = 3  # of a share on the screen: 76.8 %
SCREEN: Final = {"money": "yen", "share": "percent", "moment": "MM-DD HH:mm", "day": "YYYY-MM-DD"}


@dataclass(frozen=True, eq=False)
class Spoken:
    """A table in the words of one language, ready to draw: to be made once for all sessions where it costs time."""

    table: pa.Table
    columns: Mapping[str, Any]


def spoken(table: pd.DataFrame, definitions: Mapping[str, str] | None = None) -> Spoken:
    """Return ``table`` ready to draw; ``definitions`` explain columns, by column name."""
    shares = [name for name, kind in wording.kinds(table).items() if kind == "share"]
    rounded = table.assign(**{name: table[name].round(PLACES) for name in shares})
    words = pa.Table.from_pandas(wording.in_words(rounded, language()), preserve_index=False)
    return Spoken(words, _config(table, definitions or {}))


def code_in_words(name: str, code: Any) -> str:
    """Return what a code of the column ``name`` means in the session's language; nothing for none."""
    return wording.code_in_words(name, code, language())


def show(table: pd.DataFrame | Spoken, alt: str, definitions: Mapping[str, str] | None = None) -> None:
    """Draw ``table``. ``alt`` says what it is to who can't see it; ``definitions`` explain columns, by column name."""
    ready = table if isinstance(table, Spoken) else spoken(table, definitions)
    st.dataframe(ready.table, hide_index=True, column_config=ready.columns, alt=alt, placeholder=MISSING)


def pick(table: pd.DataFrame | Spoken, alt: str, *, key: str) -> int | None:
    """Draw ``table`` so that one row can be chosen, and return its place, counted from 0."""
    rows = _picked(table, alt, key, "single-row")
    return rows[0] if rows else None


def pick_several(table: pd.DataFrame, alt: str, *, key: str) -> list[int]:
    """Draw ``table`` so that rows can be chosen, and return their places, counted from 0."""
    return _picked(table, alt, key, "multi-row")


def follow(table: Spoken, alt: str, *, key: str, to: Callable[[int], None]) -> None:
    """Draw ``table`` so that a click anywhere in a row calls ``to`` with its place, counted from 0, before the run."""

    def clicked() -> None:
        selection = st.session_state[key].selection
        for place, _ in selection.cells:
            to(place)

    st.dataframe(
        table.table,
        height="content" if table.table.num_rows <= WHOLE else "auto",
        hide_index=True,
        column_config=table.columns,
        alt=alt,
        placeholder=MISSING,
        key=key,
        on_select=clicked,
        selection_mode="single-cell",
    )


def sheet(title: str, table: pd.DataFrame) -> Sheet:
    """Return ``table`` as a sheet to take home, in the session's language."""
    return wording.sheet(title, table, language())


def download(name: str, tables: Sequence[Sheet], definitions: Mapping[str, str], *, key: str = "download") -> None:
    """Draw the downloads of what the page shows: a workbook of all ``tables``, and the first one as CSV.

    ``definitions`` explain figures, both in words. The last sheet says which filters, which definitions and what time
    stand behind the figures. ``key`` tells the downloads of a part of the page from the page's own.
    """
    about = Sheet(t("tables.about.title"), _about(name, definitions))
    file = f"{name} {chosen().last:%Y-%m-%d}"
    with st.container(horizontal=True):
        st.download_button(
            t("tables.workbook"),
            lambda: workbook([*tables, about]),
            file_name=f"{file}.xlsx",
            mime=WORKBOOK,
            icon=":material/download:",
            on_click="ignore",
            key=f"{key}_workbook",
        )
        st.download_button(
            t("tables.csv"),
            lambda: csv(tables[0]),
            file_name=f"{file}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key=f"{key}_csv",
        )


def _picked(table: pd.DataFrame | Spoken, alt: str, key: str, mode: Literal["single-row", "multi-row"]) -> list[int]:
    ready = table if isinstance(table, Spoken) else spoken(table)
    event = st.dataframe(
        ready.table,
        hide_index=True,
        column_config=ready.columns,
        alt=alt,
        placeholder=MISSING,
        key=key,
        on_select="rerun",
        selection_mode=mode,
    )
    return sorted(row for row in event.selection.rows if row < ready.table.num_rows)


def _about(name: str, definitions: Mapping[str, str]) -> pd.DataFrame:
    now_chosen = chosen()
    lines = {
        t("tables.about.page"): name,
        t("tables.about.stores"): listed(now_chosen.stores),
        t("tables.about.days"): f"{now_chosen.first:%Y-%m-%d} – {now_chosen.last:%Y-%m-%d}",
        t("tables.about.assistant"): now_chosen.assistant or t("filters.all_assistants"),
        t("tables.about.made"): f"{now():%Y-%m-%d %H:%M}",
    } | dict(definitions)
    return pd.DataFrame({t("tables.about.what"): lines.keys(), t("tables.about.value"): lines.values()})


def _config(table: pd.DataFrame, definitions: Mapping[str, str]) -> dict[str, Any]:
    formats: dict[str, Callable[..., Any]] = {
        "money": st.column_config.NumberColumn,
        "share": st.column_config.NumberColumn,
        "moment": st.column_config.DatetimeColumn,
        "day": st.column_config.DateColumn,
    }
    return {
        t(f"tables.columns.{name}"): formats[kind](format=SCREEN[kind], help=definitions.get(name))
        if kind in formats
        else (st.column_config.LineChartColumn if kind == "trend" else st.column_config.Column)(
            help=definitions.get(name)
        )
        for name, kind in wording.kinds(table).items()
    }
