"""Who has which grades: by store, assistant, source or product, and down to the sub-grades."""

from typing import Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.grade_mix import grade_mix
from charts.grade_tree import grade_tree
from pages.customers.grading import Grading
from pages.shared.answers import answer, made
from pages.shared.choosing import choose
from pages.shared.customer_list import MOST, customer_list
from pages.shared.drawing import palette
from pages.shared.filters import Chosen
from pages.shared.texts import day_in_words, t
from queries import customers, grades

MOST_ROWS: Final = 12


def draw_spread(grading: Grading) -> None:
    """Draw customers by grade in the cut that is chosen."""
    view = grading.view
    cuts = [cut for cut in ("store", "assistant", "source", "product") if cut != "store" or len(view.stores) > 1]
    words = {cut: t(f"grades.cuts.{cut}") for cut in cuts}
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(
            f"**{t('grades.spread')}** :gray[{t('grades.spread_help', day=day_in_words(view.last))}]", width="content"
        )
        cut = st.segmented_control(
            t("tables.columns.cut"),
            cuts,
            default=cuts[0],
            required=True,
            format_func=words.__getitem__,
            key="grade_cut",
            label_visibility="collapsed",
        )
    rows = made(spread_of, view, cut)
    shown = rows[rows["place"] < MOST_ROWS]
    if len(shown) < len(rows):
        st.caption(t("grades.spread_most", most=MOST_ROWS))
    part = choose(
        lambda _: made(spread_figure, view, cut), t("grades.spread_alt"), f"spread_{cut}", made(spread_parts, view, cut)
    )
    if part is not None:
        store, value, grade = part.split("\n")
        found = answer(
            customers.graded,
            scope=(store,) if store else view.stores,
            day=view.last,
            assistant=view.assistant,
            grade=grade or None,
            most=MOST,
            cut=cut,
            value=value or None,
        )
        name = value or t(f"grades.unsaid.{cut}")
        customer_list(found, t("grades.spread_list", name=name, grade=grade or t("grades.ungraded")), "spread")


def spread_of(view: Chosen, cut: str) -> pd.DataFrame:
    """Return the customers by grade of each value of ``cut``, with its ``place``: those with most customers first."""
    rows = answer(grades.cuts, scope=view.stores, day=view.last, assistant=view.assistant, cut=cut)
    names = rows["value"].fillna(t(f"grades.unsaid.{cut}"))
    stores = rows["store"].fillna("")
    label = names if cut != "assistant" or len(view.stores) == 1 else names + "\n" + stores
    rows = rows.assign(store=stores, assistant=rows["value"].fillna(""), label=label)
    sizes = rows.groupby(["store", "assistant"])["customers"].transform("sum")
    rows = rows.assign(size=sizes, unsaid=rows["assistant"] == "")
    rows = rows.sort_values(["unsaid", "size"], ascending=[True, False], kind="stable", ignore_index=True)
    return rows.assign(place=rows.groupby(["store", "assistant"], sort=False).ngroup())


def spread_figure(view: Chosen, cut: str) -> go.Figure:
    """Build the chart of one cut."""
    rows = made(spread_of, view, cut)
    return grade_mix(rows[rows["place"] < MOST_ROWS], {"ungraded": t("grades.ungraded")}, palette())


def spread_parts(view: Chosen, cut: str) -> dict[str, str]:
    """Return the parts of the chart that can be chosen: as the chart gives them, and in words."""
    rows = made(spread_of, view, cut)
    rows = rows[rows["place"] < MOST_ROWS].assign(grade=rows["grade"].fillna(""))
    return {
        "\n".join([row["store"], row["assistant"], row["grade"]]): t(
            "grades.people",
            name=f"{row['label'].replace(chr(10), ' ')} {row['grade'] or t('grades.ungraded')}",
            count=f"{row['customers']:,}",
        )
        for _, row in rows.iterrows()
    }


def draw_tree(grading: Grading) -> None:
    """Draw customers by grade and sub-grade."""
    view = grading.view
    st.markdown(f"**{t('grades.tree')}** :gray[{t('grades.tree_help')}]")
    grade = choose(lambda _: made(tree_figure, grading), t("grades.tree_alt"), "grade_tree", made(tree_parts, grading))
    if grade is not None:
        about = {"day": view.last, "assistant": view.assistant, "grade": grade or None, "most": MOST}
        title = t("grades.tree_list", grade=grade or t("grades.ungraded"))
        customer_list(answer(customers.graded, scope=view.stores, **about), title, "grade_tree")


def tree_figure(grading: Grading) -> go.Figure:
    """Build the chart of the sub-grades."""
    return grade_tree(grading.distribution, {"ungraded": t("grades.ungraded")}, palette())


def tree_parts(grading: Grading) -> dict[str, str]:
    """Return the grades that can be chosen, in words."""
    grades_there = grading.distribution["grade"].fillna("")
    return {grade: grade or t("grades.ungraded") for grade in sorted({*grades_there, *grades_there.str[:1]})}
