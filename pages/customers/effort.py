"""Whether effort follows the grades: touches as they were, and as the rules want them."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.grade_mix import grade_mix
from pages.customers.grading import Grading
from pages.shared.answers import answer, made
from pages.shared.choosing import choose
from pages.shared.customer_list import MOST, customer_list
from pages.shared.drawing import palette
from pages.shared.texts import t
from queries import customers


def draw_effort(grading: Grading) -> None:
    """Draw the touches of the period by grade above those that there should be, and say the differences."""
    view, effort = grading.view, grading.effort
    st.markdown(f"**{t('grades.effort')}** :gray[{t('grades.effort_help')}]")
    touched = effort[effort["touches"] > 0]
    if touched.empty:
        st.caption(t("grades.no_effort"))
        return
    st.markdown(made(differences, grading))
    part = choose(
        lambda _: made(effort_figure, grading),
        t("grades.effort_alt"),
        "effort",
        {
            f"actual\n\n{grade}": t("grades.touched", name=grade, count=f"{count:,}")
            for grade, count in zip(touched["grade"], touched["touches"], strict=True)
        },
    )
    if part:
        grade = part.rpartition("\n")[2]
        about = {"first": view.first, "last": view.last, "assistant": view.assistant, "grade": grade, "most": MOST}
        title = t("grades.effort_list", grade=grade)
        customer_list(answer(customers.touched, scope=view.stores, **about), title, "effort")


def effort_figure(grading: Grading) -> go.Figure:
    """Build the chart of two bars: what was done, and what should have been."""
    effort = grading.effort
    actual = effort.assign(store="actual", label=t("grades.actual"), customers=effort["touches"])
    target = effort.assign(
        store="target", label=t("grades.target"), customers=effort["target"] * effort["touches"].sum()
    )
    rows = pd.concat([actual, target], ignore_index=True).assign(assistant="")
    return grade_mix(rows, {"ungraded": t("grades.ungraded")}, palette())


def differences(grading: Grading) -> str:
    """Return how many touches each grade has too many or too few, one line each."""
    return "  \n".join(_difference(row) for _, row in grading.effort.iterrows())


def _difference(row: "pd.Series[Any]") -> str:
    count = round(2 * row["misplaced"])
    key = "even" if not count else "more" if row["share"] > row["target"] else "less"
    shares = {name: f"{row[name]:.0%}" for name in ("share", "target")}
    return t(f"grades.effort_{key}", grade=row["grade"], count=f"{count:,}", **shares)
