"""How far customers have come in their life with the shop."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.counts import counts
from pages.shared.answers import answer, made
from pages.shared.choosing import choose
from pages.shared.customer_list import MOST, customer_list
from pages.shared.drawing import palette
from pages.shared.filters import Chosen
from pages.shared.texts import day_in_words, language, t
from queries import value
from reports.money import money_in_words


def draw_stages(view: Chosen) -> None:
    """Draw how many customers are at each life stage; a stage lists its customers."""
    st.markdown(f"**{t('value.life')}** :gray[{t('value.life_help', day=day_in_words(view.last))}]")
    stage = choose(
        lambda narrow: made(stages_figure, view, "narrow" if narrow else "wide"),
        t("value.life_alt"),
        "life",
        made(stages_parts, view),
    )
    if stage:
        about = {"day": view.last, "assistant": view.assistant, "life_stage": stage, "most": MOST}
        title = t("value.life_list", stage=t(f"tables.codes.stage.{stage}"))
        customer_list(answer(value.in_stage, scope=view.stores, **about), title, "life")


def stages_of(view: Chosen) -> pd.DataFrame:
    """Ask for the life stages."""
    return answer(value.stages, scope=view.stores, day=view.last, assistant=view.assistant)


def stages_figure(view: Chosen, shape: str) -> go.Figure:
    """Build the chart of the life stages."""
    stages = stages_of(view)
    known = int(stages["customers"].sum())
    rows = pd.DataFrame(
        {
            "key": stages["stage"],
            "label": [t(f"tables.codes.stage.{stage}") for stage in stages["stage"]],
            "value": stages["customers"],
            "hatched": 0,
            "state": "",
            "note": [_note(row, known, shape) for _, row in stages.iterrows()],
        }
    )
    return counts(rows, {}, palette())


def stages_parts(view: Chosen) -> dict[str, str]:
    """Return the stages that can be chosen, in words."""
    stages = stages_of(view)
    return {
        stage: t("value.people", name=t(f"tables.codes.stage.{stage}"), count=f"{count:,}")
        for stage, count in zip(stages["stage"], stages["customers"], strict=True)
        if count
    }


def _note(row: "pd.Series[Any]", known: int, shape: str) -> str:
    share = f"{row['customers'] / known:.0%}" if known else ""
    if shape == "narrow":
        return share
    if row["orders"]:
        money = money_in_words(row["revenue_cny"], language())
        return t("value.life_bought", share=share, orders=f"{row['orders']:,}", money=money)
    return t("value.life_note", share=share, what=t(f"value.stages.{row['stage']}"))
