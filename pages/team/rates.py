"""The rates of each step against their benchmarks, with how far they can be trusted."""

from typing import Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.intervals import intervals
from pages.shared.answers import answer, made
from pages.shared.drawing import draw, palette
from pages.shared.texts import language, t
from pages.team.journey import Journey, asked
from queries import funnel
from reports.funnel_words import STATES, verdict_in_words

METRICS: Final = {
    "leads": (
        *("wechat_rate", "phone_rate", "valid_rate", "visit_rate", "close_rate", "valid_close_rate"),
        *("reply_rate", "lost_rate"),
    ),
    "campaign": ("reach_rate", "agree_rate", "join_rate", "group_visit_rate", "group_close_rate"),
}


def draw_rates(journey: Journey, of_funnel: str) -> None:
    """Draw the rates of one funnel, read as cohort or by period."""
    st.markdown(f"**{t('funnel.rates')}** :gray[{t('funnel.rates_help')}]")
    words = {name: t(f"funnel.readings.{name}") for name in funnel.READINGS}
    reading = st.segmented_control(
        t("tables.columns.reading"),
        funnel.READINGS,
        default=funnel.READINGS[0],
        required=True,
        format_func=words.__getitem__,
        key="reading",
        label_visibility="collapsed",
    )
    st.caption(t(f"funnel.{reading}_note"))
    draw(made(rates_figure, journey, of_funnel, reading), t("funnel.rates_alt"), "rates")


def rates_of(journey: Journey, reading: str) -> pd.DataFrame:
    """Return the rates in one reading."""
    if reading == "cohort":
        return journey.evidence.rates
    return answer(funnel.rates, **asked(journey.view), reading=reading)


def rates_figure(journey: Journey, of_funnel: str, reading: str) -> go.Figure:
    """Build the chart of one funnel's rates."""
    rates = rates_of(journey, reading).set_index("metric", drop=False).loc[list(METRICS[of_funnel])]
    levels = journey.evidence.reply_level["level"].tolist() if reading == "cohort" else []
    rows = rates.assign(
        key=rates["metric"],
        believed=float("nan"),
        label=[t(f"tables.codes.metric.{metric}") for metric in rates["metric"]],
        of=[
            t("funnel.cut_of", won=f"{won:,}", base=f"{base:,}")
            for won, base in zip(rates["numerator"], rates["denominator"], strict=True)
        ],
        note=[
            verdict_in_words(row, language(), levels[0] if levels and row["metric"] == "reply_rate" else None)
            for _, row in rates.iterrows()
        ],
    )
    return interval_figure(rows)


def interval_figure(rows: pd.DataFrame) -> go.Figure:
    """Build a chart of rates that have words but no state yet: it is their verdict."""
    states = rows["verdict"].map(STATES).fillna("")
    return intervals(rows.assign(state=states), {"absent": t("funnel.nobody")}, palette())
