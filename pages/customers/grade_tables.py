"""The tables behind the charts of grades: to look at, and to take home."""

from typing import Final

import pandas as pd
import streamlit as st

from pages.customers.grading import Grading
from pages.shared.answers import answer, made
from pages.shared.tables import download, sheet, show
from pages.shared.texts import t
from queries import grades
from reports.workbook import Sheet

EXPLAINED: Final = ("verdict", "share", "misplaced", "agreeing")


def tables_of(grading: Grading) -> list[tuple[str, pd.DataFrame]]:
    """Return every table of the page with its title."""
    view, ungraded = grading.view, t("grades.ungraded")
    moves = grading.moves.fillna({"from_grade": ungraded, "to_grade": ungraded})
    cuts = [
        (cut, answer(grades.cuts, scope=view.stores, day=view.last, assistant=view.assistant, cut=cut))
        for cut in grades.CUTS
    ]
    return [
        (t("grades.calibration"), grading.calibration),
        (t("grades.calibration_a"), grading.by_store),
        (t("grades.effort"), grading.effort.rename(columns={"target": "target_share"})),
        *(
            (
                t("grades.spread_by", cut=t(f"grades.cuts.{cut}")),
                (rows if cut == "assistant" else rows.drop(columns="store")).rename(columns={"value": cut}),
            )
            for cut, rows in cuts
        ),
        (t("grades.tree"), grading.distribution),
        (t("grades.moves"), moves),
        (t("grades.facts"), grading.agreement),
        (t("grades.products"), grading.products),
    ]


def sheets_of(grading: Grading) -> list[Sheet]:
    """Return the tables as sheets to take home."""
    return [sheet(title, table) for title, table in made(tables_of, grading)]


def draw_tables(grading: Grading) -> None:
    """Draw the tables for whoever opens them."""
    where = st.expander(t("grades.tables"), icon=":material/table_rows:", key="grade_tables", on_change="rerun")
    if not where.open:
        return
    definitions = {name: t(f"grades.definitions.{name}") for name in EXPLAINED}
    with where:
        for title, table in made(tables_of, grading):
            st.markdown(f"**{title}**")
            show(table, title, definitions)


def draw_download(grading: Grading) -> None:
    """Draw the download of all tables, with what each figure means."""
    columns = {t(f"tables.columns.{name}"): t(f"grades.definitions.{name}") for name in EXPLAINED}
    charts = {t(f"grades.{name}"): t(f"grades.definitions.{name}") for name in ("calibration", "moves")}
    columns[t("tables.columns.target_share")] = t("grades.definitions.target")
    download(f"{t('frame.pages.grades.name')} {grading.view.place}", made(sheets_of, grading), charts | columns)
