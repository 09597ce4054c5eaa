"""Whether grades are honest: of those who had a grade long enough to order, who did."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.intervals import intervals
from pages.customers.grading import Grading
from pages.shared.answers import answer, made
from pages.shared.choosing import choose
from pages.shared.customer_list import MOST, customer_list
from pages.shared.drawing import palette
from pages.shared.texts import day_in_words, language, t
from queries import customers
from reports.funnel_words import STATES, verdict_in_words
from reports.grade_words import days_in_words, honesty_in_words


def draw_honesty(grading: Grading) -> None:
    """Draw each grade's share of orders against the benchmark; before there is one, say from when on there will be."""
    view, waited = grading.view, days_in_words(grading.honesty, language())
    day = day_in_words(view.last)
    st.markdown(f"**{t('grades.calibration')}** :gray[{t('grades.calibration_help', days=waited, day=day)}]")
    if grading.calibration.empty:
        st.caption(honesty_in_words(grading.honesty, view.last, language()))
        return
    rows = grading.calibration
    grade = choose(
        lambda _: made(honesty_figure, grading),
        t("grades.calibration_alt", days=waited),
        "calibration",
        {
            grade: t("grades.people", name=grade, count=f"{count:,}")
            for grade, count in zip(rows["grade"], rows["customers"], strict=True)
        },
    )
    if grade:
        about = {"day": view.last, "assistant": view.assistant, "grade": grade, "most": MOST}
        title = t("grades.calibration_list", days=waited, grade=grade)
        customer_list(answer(customers.expected, scope=view.stores, **about), title, "calibration")


def honesty_figure(grading: Grading) -> go.Figure:
    """Build the chart of the grades that are old enough."""
    judged = grading.honesty
    is_a = grading.calibration["grade"] == "A"
    rows = grading.calibration.assign(
        key=grading.calibration["grade"],
        label=grading.calibration["grade"],
        believed=float("nan"),
        benchmark=is_a.map({True: judged["benchmark"], False: float("nan")}),
        state=is_a.map({True: STATES.get(judged["verdict"], ""), False: ""}),
        of=[
            t("grades.ordered_of", customers=f"{row['customers']:,}", ordered=f"{row['ordered']:,}")
            for _, row in grading.calibration.iterrows()
        ],
        note=[_note(row, judged) for _, row in grading.calibration.iterrows()],
    )
    return intervals(rows, {"absent": ""}, palette())


def _note(row: "pd.Series[Any]", judged: "pd.Series[Any]") -> str:
    if row["grade"] == "A":
        return verdict_in_words(judged, language())
    if not row["ordered"]:
        return t("grades.none_in")
    return t("grades.one_in", count=round(row["customers"] / row["ordered"]))
