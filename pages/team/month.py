"""The pace of the month: what is done against where the working days gone should have brought us."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.pace import pace as pace_figure
from pages.shared.answers import made
from pages.shared.drawing import draw, palette
from pages.shared.people import labels
from pages.shared.texts import day_in_words, t
from pages.team.weeks import Weeks

FIGURES: Final = ("calls", "invites")


def month_pace(weeks: Weeks) -> None:
    """Draw one bar a person, or a store where there are several, for the figure that is chosen."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(
            f"**{t('quotas.pace', month=t(f'days.months.{weeks.view.last.month}'))}** "
            f":gray[{t('quotas.pace_help', day=day_in_words(weeks.view.last))}]",
            width="content",
        )
        words = {name: t(f"meeting.figures.{name}") for name in FIGURES}
        figure = st.segmented_control(
            t("tables.columns.figure"),
            FIGURES,
            default=FIGURES[0],
            required=True,
            format_func=words.__getitem__,
            key="pace_figure",
            label_visibility="collapsed",
        )
    draw(made(month_figure, weeks, figure), t("quotas.pace_alt"), "pace")


def month_figure(weeks: Weeks, figure: str) -> go.Figure:
    """Build the chart of the month, best first."""
    rows = standing(weeks.pace, figure)
    if len(weeks.view.stores) > 1 and weeks.view.assistant is None:
        sums = rows.groupby("store", sort=False)[["done", "target", "expected", "a_day"]]
        rows = sums.sum(min_count=1).reset_index()
        rows = rows.assign(label=rows["store"])
    else:
        rows = rows.assign(label=labels(rows, weeks.view.stores))
    rows = rows.assign(place=(rows["done"] / rows["expected"]).fillna(-1)).sort_values("place", ascending=False)
    rows = rows.assign(
        elapsed_share=rows["expected"] / rows["target"].where(rows["target"] > 0),
        state=[_state(row) for _, row in rows.iterrows()],
        gap=[_gap(row) for _, row in rows.iterrows()],
    )
    return pace_figure(rows, {"no_target": t("quotas.no_target")}, palette())


def standing(pace: pd.DataFrame, figure: str) -> pd.DataFrame:
    """Return store, assistant, done, target, what is expected by now and the target of one day, of one figure."""
    rows = pace[["store", "assistant"]].assign(done=pace[f"{figure}_done"], target=pace[f"{figure}_target"])
    a_day = rows["target"] / pace["working_days"]
    return rows.assign(a_day=a_day, expected=a_day * pace["elapsed_days"])


def _lead(row: "pd.Series[Any]") -> int:
    return round(float(row["done"]) - float(row["expected"]))


def _state(row: "pd.Series[Any]") -> str:
    if pd.isna(row["done"]):
        return "missing"
    lead = _lead(row)
    if lead >= 0:
        return "passed"
    return "close" if -lead < float(row["a_day"]) else "below"


def _gap(row: "pd.Series[Any]") -> str:
    if pd.isna(row["done"]):
        return t("quotas.nothing_in")
    lead = _lead(row)
    if lead == 0:
        return t("quotas.even")
    return t("quotas.ahead", count=lead) if lead > 0 else t("quotas.behind", count=-lead)
