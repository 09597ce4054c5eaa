"""The funnel: how many customers got to each stage, and who they are."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.counts import counts
from pages.shared.answers import answer, made
from pages.shared.choosing import choose
from pages.shared.customer_list import MOST, customer_list
from pages.shared.drawing import palette
from pages.shared.texts import t
from pages.team.journey import FUNNELS, Journey, Way, asked
from queries import customers

STEPS = {"valid": "valid_rate", "visited": "visit_rate", "ordered": "close_rate"}


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
    figure = made(stages_figure, journey, way)
    return choose(lambda _: figure, t("funnel.funnel_alt"), f"stages_{way.funnel}", options)


def list_stage(journey: Journey, way: Way, stage: str) -> None:
    """Draw the customers who got to ``stage``."""
    found = answer(customers.at_stage, **asked(journey.view), funnel=way.funnel, stage=stage, most=MOST)
    with st.container(border=True):
        customer_list(found, t("funnel.stage_list", name=t(f"tables.codes.furthest.{stage}")), "stage")


def stages_figure(journey: Journey, way: Way) -> go.Figure:
    """Build the chart: each stage with its share of the one before, a step below its benchmark marked."""
    words = {"settled": t("funnel.settled"), "hatched": t("funnel.still_open")}
    return counts(stage_rows(journey.evidence.rates, way), words, palette())


def stage_rows(rates: pd.DataFrame, way: Way) -> pd.DataFrame:
    """Return the rows of the chart."""
    below = set(rates.loc[rates["verdict"] == "below", "metric"]) if way.funnel == "leads" else set()
    stages = way.stages
    shares = stages["customers"] / stages["customers"].shift().replace(0, pd.NA)
    return pd.DataFrame(
        {
            "key": stages["stage"],
            "label": [t(f"tables.codes.furthest.{stage}") for stage in stages["stage"]],
            "value": stages["customers"],
            "hatched": stages["still_open"],
            "state": ["below" if STEPS.get(stage) in below else "" for stage in stages["stage"]],
            "note": ["" if pd.isna(share) else t("funnel.of_before", share=f"{share:.0%}") for share in shares],
        }
    )
