"""How long it takes: days from stage to stage, the first contact, and what became of those of each week."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.cohorts import PARTS, cohorts
from charts.counts import counts
from charts.grade_mix import grade_mix
from pages.shared.answers import made
from pages.shared.drawing import draw, palette
from pages.shared.reference import draw_reference
from pages.shared.tables import show
from pages.shared.texts import t
from pages.team.journey import Journey, Way


def draw_waits(way: Way) -> None:
    """Draw the median days to each stage."""
    st.markdown(f"**{t('funnel.waits')}** :gray[{t('funnel.waits_help')}]")
    draw(made(waits_figure, way), t("funnel.waits_alt"), "waits")


def draw_first_contact(journey: Journey) -> None:
    """Draw how soon new leads are spoken to; those still waiting are listed by the finding that counts them."""
    st.markdown(f"**{t('funnel.first_contact')}**")
    rows = journey.evidence.first_contact
    if rows.empty:
        st.caption(t("funnel.no_leads"))
        return
    sums = rows[["leads", "over_a_day", "waiting"]].sum()
    values = {"leads": sums["leads"], "late": sums["over_a_day"], "waiting": sums["waiting"]}
    st.markdown(t("funnel.first_contact_sum", **{name: f"{value:,}" for name, value in values.items()}))
    hidden = ["store"] if len(journey.view.stores) == 1 else []
    show(
        rows.sort_values("over_a_day", ascending=False, kind="stable").drop(columns=hidden),
        t("funnel.first_contact_alt"),
    )


def draw_cohorts(way: Way) -> None:
    """Draw those who came in each week and how far they got."""
    st.markdown(f"**{t('funnel.cohorts')}** :gray[{t('funnel.cohorts_help')}]")
    draw(made(cohorts_figure, way), t("funnel.cohorts_alt"), "cohorts")


def draw_source_grades(journey: Journey) -> None:
    """Draw what 25 enquiries come to, and which source brings which grades."""
    st.markdown(f"**{t('funnel.source_grades')}**")
    draw_reference(journey.reference)
    draw(made(source_grades_figure, journey), t("funnel.source_grades_alt"), "source_grades")


def waits_figure(way: Way) -> go.Figure:
    """Build the chart of the median days."""
    days = way.waits["median_days"]
    rows = pd.DataFrame(
        {
            "key": way.waits["stage"],
            "label": [t(f"tables.codes.furthest.{stage}") for stage in way.waits["stage"]],
            "value": days,
            "hatched": 0,
            "state": "",
            "note": [t("funnel.not_half") if missing else t("funnel.days_after") for missing in days.isna()],
        }
    )
    return counts(rows, {}, palette())


def cohorts_figure(way: Way) -> go.Figure:
    """Build the chart of the weeks."""
    entered = way.stages["stage"].iloc[0]
    weeks = way.cohorts.pivot_table(index=["week", "settled"], columns="stage", values="customers", aggfunc="sum")
    weeks = weeks.reindex(columns=[entered, "visited", "ordered"]).reset_index()
    rows = weeks.rename(columns={entered: "entered"}).assign(
        label=[f"{week.month}/{week.day}" for week in pd.to_datetime(weeks["week"])]
    )
    words = {"entered": t(f"funnel.entered.{way.funnel}"), "open": t("funnel.still_open")}
    words |= {stage: t(f"tables.codes.furthest.{stage}") for stage in PARTS[1:]}
    return cohorts(rows, words, palette())


def source_grades_figure(journey: Journey) -> go.Figure:
    """Build the chart of sources by grade, the largest source first."""
    rows = journey.source_grades.rename(columns={"leads": "customers"})
    rows = rows.assign(source=rows["source"].fillna(t("funnel.unnamed")))
    sizes = rows.groupby("source")["customers"].transform("sum")
    rows = rows.assign(size=sizes, store="", assistant=rows["source"], label=rows["source"])
    ordered = rows.sort_values(["size", "source"], ascending=[False, True], kind="stable")
    return grade_mix(ordered, {"ungraded": t("funnel.ungraded")}, palette())
