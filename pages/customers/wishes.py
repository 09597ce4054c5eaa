"""Which products customers with intent want."""

from typing import Final

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

INTENT: Final = ("A", "B")
MOST_ROWS: Final = 12


def draw_wishes(grading: Grading) -> None:
    """Draw the products that most customers graded A or B want."""
    view = grading.view
    st.markdown(f"**{t('grades.products')}** :gray[{t('grades.products_help')}]")
    rows = made(wishes_of, grading)
    if rows.empty:
        st.caption(t("grades.no_products"))
        return
    part = choose(
        lambda _: made(wishes_figure, grading),
        t("grades.products_alt"),
        "products",
        made(wishes_in_words, grading),
    )
    if part:
        product, _, grade = part.split("\n")
        about = {"day": view.last, "assistant": view.assistant, "grade": grade, "most": MOST}
        found = answer(customers.graded, scope=view.stores, **about, cut="product", value=product)
        customer_list(found, t("grades.products_list", name=product, grade=grade), "products")


def wishes_of(grading: Grading) -> pd.DataFrame:
    """Return product, grade and customers of those with intent, the product that most want first."""
    rows = grading.products[grading.products["grade"].isin(INTENT)]
    wanted = rows.groupby("product")["customers"].sum().nlargest(MOST_ROWS)
    rows = rows[rows["product"].isin(wanted.index)]
    return rows.assign(wanted=rows["product"].map(wanted)).sort_values(
        ["wanted", "product", "grade"], ascending=[False, True, True], ignore_index=True
    )


def wishes_in_words(grading: Grading) -> dict[str, str]:
    """Return the parts of the chart that can be chosen: as the chart gives them, and in words."""
    return {
        f"{product}\n\n{grade}": t("grades.people", name=f"{product} {grade}", count=f"{count:,}")
        for product, grade, count in made(wishes_of, grading)[["product", "grade", "customers"]].itertuples(index=False)
    }


def wishes_figure(grading: Grading) -> go.Figure:
    """Build the chart, one bar a product."""
    rows = made(wishes_of, grading)
    rows = rows.assign(store=rows["product"], assistant="", label=rows["product"])
    return grade_mix(rows, {"ungraded": t("grades.ungraded")}, palette())
