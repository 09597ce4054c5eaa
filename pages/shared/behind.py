"""The tables behind the charts of a page: to look at, and to take home."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from pages.shared.answers import made
from pages.shared.tables import sheet, show
from reports.workbook import Sheet

Tables = list[tuple[str, pd.DataFrame]]


def draw_tables(build: Callable[[Any], Tables], of: Hashable, title: str, definitions: Mapping[str, str]) -> None:
    """Draw the titled tables that ``build`` makes of ``of``, below ``title``, for whoever opens them.

    ``definitions``: what a column means, by its name.
    """
    where = st.expander(title, icon=":material/table_rows:", key="tables_behind", on_change="rerun")
    if where.open:
        with where:
            for name, table in made(build, of):
                st.markdown(f"**{name}**")
                show(table, name, definitions)


def sheets_of(build: Callable[[Any], Tables], of: Hashable) -> list[Sheet]:
    """Return the same tables as sheets to take home."""
    return [sheet(name, table) for name, table in made(build, of)]
