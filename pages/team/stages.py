"""The funnel: how many customers got to each stage, and who they are."""

import plotly.graph_objects as go
import streamlit as st

from pages.shared.answers import answer, made
from pages.shared.choosing import choose
from pages.shared.customer_list import MOST, customer_list
from pages.shared.stages import stages_figure
from pages.shared.texts import t
from pages.team.journey import FUNNELS, Journey, Way, asked
from queries import customers


def choose_funnel() -> str:
    """Draw the choice between the funnels, and return what is chosen."""
    words = {name: t(f"funnel.funnels.{name}") for name in FUNNELS}
    chosen: str = st.segmented_control(
        t("tables.columns.funnel"),
        FUNNELS,
        default=FUNNELS[0],
        required=True,
        format_func=words.__getitem__,
        key="funnel",
        label_visibility="collapsed",
    )
    return chosen


def draw_stages(journey: Journey, way: Way) -> str | None:
    """Draw the stages and return the one that is chosen."""
    options = {stage: t(f"tables.codes.furthest.{stage}") for stage in way.stages["stage"]}
    figure = made(figure_of, journey, way)
    return choose(lambda _: figure, t("funnel.funnel_alt"), f"stages_{way.funnel}", options)


def list_stage(journey: Journey, way: Way, stage: str) -> None:
    """Draw the customers who got to ``stage``."""
    found = answer(customers.at_stage, **asked(journey.view), funnel=way.funnel, stage=stage, most=MOST)
    with st.container(border=True):
        customer_list(found, t("funnel.stage_list", name=t(f"tables.codes.furthest.{stage}")), "stage")


def figure_of(journey: Journey, way: Way) -> go.Figure:
    """Build the chart of the funnel."""
    rates = journey.evidence.rates
    below = rates[rates["verdict"] == "below"] if way.funnel == "leads" else rates.iloc[:0]
    return stages_figure(way.stages, dict(zip(below["metric"], below["rate"], strict=True)))
