"""The tables behind the charts of a page: to look at, and to take home."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from pages.shared.answers import made
from pages.shared.filters import chosen
from pages.shared.tables import download, sheet, show
from pages.shared.texts import t
from reports.workbook import Sheet

Tables = list[tuple[str, pd.DataFrame]]


def draw_behind(
    page: str,
    build: Callable[[Any], Tables],
    of: Hashable,
    explained: Mapping[str, str],
    definitions: Mapping[str, str],
) -> None:
    """Draw the titled tables that ``build`` makes of ``of`` for whoever opens them, and the download of all of them.

    ``explained``: what a column means, by its name; ``definitions``: what else the download explains, both in words.
    """
    where = st.expander(t(f"{page}.tables"), icon=":material/table_rows:", key="tables_behind", on_change="rerun")
    if where.open:
        with where:
            for name, table in made(build, of):
                st.markdown(f"**{name}**")
                show(table, name, explained)
    columns = {t(f"tables.columns.{name}"): words for name, words in explained.items()}
    name = f"{t(f'frame.pages.{page}.name')} {chosen().place}"
    download(name, made(sheets_of, build, of), {**definitions, **columns})


def sheets_of(build: Callable[[Any], Tables], of: Hashable) -> list[Sheet]:
    """Return the same tables as sheets to take home."""
    return [sheet(name, table) for name, table in made(build, of)]
