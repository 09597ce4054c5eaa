"""The tables behind the charts of the funnel: to look at, and to take home."""

from typing import Final

import pandas as pd
import streamlit as st

from pages.shared.answers import answer, made
from pages.shared.tables import download, sheet, show
from pages.shared.texts import t
from pages.team.journey import FUNNELS, Journey, asked, way_of
from pages.team.rates import METRICS
from queries import funnel
from reports.workbook import Sheet

EXPLAINED: Final = ("verdict", "low", "high", "orders_gained")


def tables_of(journey: Journey) -> list[tuple[str, pd.DataFrame]]:
    """Return every table of the page with its title."""
    evidence, about = journey.evidence, asked(journey.view)
    found = [(t("funnel.rates"), evidence.rates), (t("funnel.bottlenecks"), evidence.bottlenecks)]
    for cut in funnel.CUTS:
        rows = answer(funnel.cuts, **about, cut=cut)
        rows = rows if cut == "assistant" else rows.drop(columns="store")
        found.append((t("funnel.by_cut", cut=t(f"funnel.cuts.{cut}")), rows.rename(columns={"value": cut})))
    for name in FUNNELS:
        way, said = made(way_of, journey.view, name), t(f"funnel.funnels.{name}")
        found.append(
            (
                t("funnel.stages_of", funnel=said),
                way.stages.merge(way.waits, on="stage", how="left").rename(columns={"stage": "furthest"}),
            )
        )
        found.append((t("funnel.weeks_of", funnel=said), way.cohorts.rename(columns={"stage": "furthest"})))
    return [
        *found,
        (t("funnel.first_contact"), evidence.first_contact),
        (t("funnel.replies"), journey.replies),
        (t("funnel.source_grades"), journey.source_grades),
        (t("funnel.lost"), evidence.lost_reasons),
    ]


def sheets_of(journey: Journey) -> list[Sheet]:
    """Return the tables as sheets to take home."""
    return [sheet(title, table) for title, table in made(tables_of, journey)]


def draw_tables(journey: Journey) -> None:
    """Draw the tables for whoever opens them."""
    where = st.expander(t("funnel.tables"), icon=":material/table_rows:", key="funnel_tables", on_change="rerun")
    if not where.open:
        return
    definitions = {name: t(f"funnel.definitions.{name}") for name in EXPLAINED}
    with where:
        for title, table in made(tables_of, journey):
            st.markdown(f"**{title}**")
            show(table, title, definitions)


def draw_download(journey: Journey) -> None:
    """Draw the download of all tables, with what each rate means."""
    metrics = {
        t(f"tables.codes.metric.{name}"): t(f"funnel.definitions.{name}")
        for names in METRICS.values()
        for name in names
    }
    columns = {t(f"tables.columns.{name}"): t(f"funnel.definitions.{name}") for name in EXPLAINED}
    download(f"{t('frame.pages.funnel.name')} {journey.view.place}", made(sheets_of, journey), metrics | columns)
