"""The customers whom a rate is counted from and who have not come as far as it asks."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from pages.shared.answers import answer
from pages.shared.customer_list import MOST, customer_list
from pages.shared.filters import Chosen
from pages.shared.texts import t
from pages.team.journey import asked
from queries import customers
from queries.funnel import FUNNELS

# For each rate the funnel, the stage it is counted from and the stage it asks for.
STEPS: Final = {
    "valid_rate": ("leads", "lead", "valid"),
    "wechat_rate": ("leads", "valid", "contact"),
    "phone_rate": ("leads", "valid", "contact"),
    "visit_rate": ("leads", "valid", "visited"),
    "close_rate": ("leads", "visited", "ordered"),
    "valid_close_rate": ("leads", "valid", "ordered"),
    "reply_rate": ("leads", "valid", "ordered"),
    "lost_rate": ("leads", "visited", "ordered"),
    "reach_rate": ("campaign", "called", "connected"),
    "agree_rate": ("campaign", "connected", "agreed"),
    "join_rate": ("campaign", "agreed", "joined"),
    "group_visit_rate": ("campaign", "joined", "visited"),
    "group_close_rate": ("campaign", "visited", "ordered"),
}


def stuck(view: Chosen, metric: str) -> pd.DataFrame:
    """Return the customers of the view who stopped before the stage that ``metric`` asks for."""
    funnel, begun, asked_for = STEPS[metric]
    found = answer(customers.at_stage, **asked(view), funnel=funnel, stage=begun, most=MOST)
    stages = FUNNELS[funnel]
    return found[found["furthest"].isin(stages[stages.index(begun) : stages.index(asked_for)])]


def list_stuck(view: Chosen, cut: str, metric: str, row: "pd.Series[Any]") -> None:
    """Draw them for one assistant or store, a row of ``queries.funnel.cuts``."""
    store, assistant = (row["store"], row["value"]) if cut == "assistant" else (row["value"], view.assistant)
    found = stuck(Chosen((store,), view.first, view.last, assistant, everywhere=False), metric)
    with st.container(border=True):
        customer_list(
            found, t("funnel.person_list", name=row["value"], metric=t(f"tables.codes.metric.{metric}")), "stuck"
        )
