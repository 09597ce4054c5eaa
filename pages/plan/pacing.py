"""How much of the month's targets is done, against how much of the month is gone."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.pace import pace
from pages.plan.aiming import Aim, named
from pages.shared.answers import made
from pages.shared.drawing import draw, palette
from pages.shared.texts import day_in_words, language, t
from reports.money import money_in_words

FIGURES: Final = {
    "orders": ("done", "target"),
    "revenue": ("revenue_cny", "revenue_target_cny"),
    "leads": ("leads", "leads_target"),
}


def draw_pace(aim: Aim) -> None:
    """Draw one bar a store, or the store and its assistants, for the figure that is chosen."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        help_ = t("targets.pace_help", day=day_in_words(aim.view.last))
        st.markdown(f"**{t('targets.pace')}** :gray[{help_}]", width="content")
        figure = st.segmented_control(
            t("tables.columns.figure"),
            FIGURES,
            default="orders",
            required=True,
            format_func=lambda name: t(f"targets.figures.{name}"),
            key="target_figure",
            label_visibility="collapsed",
        )
    draw(made(pace_figure, aim, figure), t("targets.pace_alt"), "target_pace")


def pace_figure(aim: Aim, figure: str) -> go.Figure:
    """Build the chart of one figure: the store first, then its assistants, the furthest behind last."""
    done, target = FIGURES[figure]
    goals = aim.shown
    rows = pd.DataFrame(
        {
            "label": named(aim, goals, t("targets.whole_store")),
            "is_part": (goals["assistant"].notna() if len(aim.view.stores) == 1 else False),
            "done": goals[done].astype(float),
            "target": goals[target].astype("Float64"),
            "elapsed_share": goals["elapsed_share"],
        }
    )
    rows["a_day"] = rows["target"] / pd.Series(_days_of(goals, aim.work), rows.index, "Float64")
    rows["lead"] = rows["done"] - rows["target"] * rows["elapsed_share"]
    rows = rows.assign(place=rows["lead"] / rows["a_day"]).sort_values(
        ["is_part", "place"], ascending=[True, False], kind="stable"
    )
    rows = rows.assign(
        state=[_state(row) for _, row in rows.iterrows()], gap=[_gap(row, figure) for _, row in rows.iterrows()]
    )
    return pace(rows, {"no_target": t("targets.no_target")}, palette())


def _days_of(goals: pd.DataFrame, work: pd.DataFrame) -> list[int | None]:
    """Count the days of each goal's month with work on them: of a store, with anybody at work; None: there are none."""
    stores = work.groupby("store")["day"].nunique().to_dict()
    return [
        int(stores.get(store, 0) if pd.isna(name) else days) or None
        for store, name, days in zip(goals["store"], goals["assistant"], goals["working_days"], strict=True)
    ]


def _state(row: "pd.Series[Any]") -> str:
    if pd.isna(row["lead"]):
        return "missing"
    lead = round(float(row["lead"]))
    if lead >= 0:
        return "passed"
    return "close" if -lead < float(row["a_day"]) else "below"


def _gap(row: "pd.Series[Any]", figure: str) -> str:
    if pd.isna(row["target"]):
        return ""
    if row["done"] >= row["target"]:
        return t("targets.reached")
    if pd.isna(row["lead"]):
        return t("targets.nobody_works")
    lead = round(float(row["lead"]))
    if lead == 0:
        return t("targets.even")
    money = figure == "revenue"
    amount = money_in_words(abs(lead), language()) if money else t(f"targets.amounts.{figure}", count=f"{abs(lead):,}")
    return t("targets.ahead" if lead > 0 else "targets.behind", amount=amount)
