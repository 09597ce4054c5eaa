"""Which grades wait for longer than they may."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.risk_mix import risk_mix
from pages.customers.holding import Holding
from pages.shared.answers import made
from pages.shared.drawing import draw, palette
from pages.shared.texts import t


def draw_overdue(holding: Holding) -> None:
    """Draw the customers of each grade: in time, overdue, and silent for over 30 days."""
    st.markdown(f"**{t('assets.overdue')}** :gray[{t('assets.overdue_help')}]")
    draw(made(overdue_figure, holding), t("assets.overdue_alt"), "overdue")


def overdue_figure(holding: Holding) -> go.Figure:
    """Build the chart, one bar a grade."""
    rows = made(grades_of, holding)
    parts = {
        "safe": rows["customers"] - rows["overdue"],
        "stale": rows["overdue"] - rows["probably_lost"],
        "probably_lost": rows["probably_lost"],
    }
    drawn = pd.concat([rows.assign(part=part, customers=counts) for part, counts in parts.items()])
    words = {part: t(f"assets.waits.{part}") for part in parts} | {"holder_left": ""}
    return risk_mix(drawn.sort_index(kind="stable"), words, palette())


def grades_of(holding: Holding) -> pd.DataFrame:
    """Return the counts of each grade in all stores, with store "", assistant (the grade) and label."""
    rows = holding.stale
    sums = rows.groupby("grade", dropna=False)[["customers", "overdue", "probably_lost"]].sum()
    days = rows.groupby("grade", dropna=False)["touch_days"].agg(["min", "max"])
    sums = sums.assign(fewest=days["min"], most=days["max"]).reset_index()
    labels = [
        f"{t('assets.ungraded') if pd.isna(grade) else grade}\n"
        + t("assets.days", days=str(fewest) if fewest == most else f"{fewest}–{most}")
        for grade, fewest, most in zip(sums["grade"], sums["fewest"], sums["most"], strict=True)
    ]
    return sums.assign(store="", assistant=sums["grade"].fillna(""), label=labels)
