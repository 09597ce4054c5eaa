"""The eight kinds of customers by R, F and M: how points are given, how many there are, and who."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.counts import counts
from pages.customers.worth import Worth
from pages.shared.answers import answer, made
from pages.shared.choosing import choose
from pages.shared.customer_list import MOST, customer_list
from pages.shared.drawing import palette
from pages.shared.texts import language, plain, t
from queries import value
from reports.money import money_in_words
from reports.score_words import scores_in_words


def draw_segments(worth: Worth) -> None:
    """Draw the eight kinds, say how points are given; a kind lists its customers."""
    view = worth.view
    st.markdown(f"**{t('value.segments')}** :gray[{t('value.segments_help')}]")
    with st.expander(t("value.scores"), icon=":material/rule:"):
        st.markdown(made(scores_of, worth))
    segment = choose(
        lambda narrow: made(segments_figure, worth, "narrow" if narrow else "wide"),
        t("value.segments_alt"),
        "segments",
        made(segments_parts, worth),
    )
    if segment:
        about = {"first": view.first, "last": view.last, "assistant": view.assistant, "segment": segment, "most": MOST}
        title = t("value.segments_list", segment=t(f"tables.codes.segment.{segment}"))
        customer_list(answer(value.in_segment, scope=view.stores, **about), title, "segments")


def scores_of(worth: Worth) -> str:
    """Return how points are given, one line a score."""
    return "  \n".join(plain(line) for line in scores_in_words(worth.edges, worth.view.last, language()))


def segments_figure(worth: Worth, shape: str) -> go.Figure:
    """Build the chart of the eight kinds; a phone has no room for the days."""
    segments = worth.segments
    rows = pd.DataFrame(
        {
            "key": segments["segment"],
            "label": [t(f"tables.codes.segment.{segment}") for segment in segments["segment"]],
            "value": segments["customers"],
            "hatched": 0,
            "state": "",
            "note": [_note(row, shape) for _, row in segments.iterrows()],
        }
    )
    return counts(rows, {}, palette())


def segments_parts(worth: Worth) -> dict[str, str]:
    """Return the kinds that can be chosen, with what they mean."""
    return {
        row["segment"]: t(
            "value.segments_part",
            name=t(f"tables.codes.segment.{row['segment']}"),
            meaning=t(f"value.meanings.{row['segment']}"),
            count=f"{row['customers']:,}",
        )
        for _, row in worth.segments.iterrows()
        if row["customers"]
    }


def _note(row: "pd.Series[Any]", shape: str) -> str:
    if not row["customers"]:
        return ""
    money = money_in_words(row["revenue_cny"], language())
    return money if shape == "narrow" else t("value.segments_note", money=money, days=f"{row['recency_days']:,.0f}")
