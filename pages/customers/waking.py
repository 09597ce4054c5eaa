"""Which silent customers to try again, and what came of it before."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.intervals import intervals
from pages.customers.holding import Holding
from pages.shared.answers import answer, made
from pages.shared.customer_list import MOST, customer_list
from pages.shared.drawing import draw, palette
from pages.shared.reference import draw_reference
from pages.shared.texts import language, t
from queries import assets, grades
from reports.asset_words import woken_in_words


def draw_wake_up(holding: Holding) -> None:
    """Draw the wake-up list, for the product that is promoted now."""
    view = holding.view
    about = {"scope": view.stores, "assistant": view.assistant}
    wanted = answer(grades.products, **about, day=view.last)
    products = wanted.groupby("product")["customers"].sum().sort_values(ascending=False, kind="stable").index.tolist()
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(f"**{t('assets.wake')}** :gray[{t('assets.wake_help')}]", width="content")
        product = st.selectbox(
            t("assets.promoted"),
            products,
            index=None,
            placeholder=t("assets.promoted_none"),
            key="promoted",
            width=260,
        )
    found = answer(assets.wake_up, **about, day=view.last, product=product, most=MOST)
    names = ["store", "customer_key", "customer", "grade", "product", "is_promoted", "asset_value_cny", "days"]
    names += ["touch_days", "assistant", "contacts", "last_touch_on", "of_all"]
    shown = found[names] if product else found[names].drop(columns="is_promoted")
    customer_list(shown, t("assets.wake_list"), "wake_up")


def draw_results(holding: Holding) -> None:
    """Draw what came of earlier wake-ups, and what enquiries usually come to."""
    st.markdown(f"**{t('assets.results')}** :gray[{t('assets.results_help')}]")
    st.markdown(woken_in_words(holding.woken, language()))
    if holding.woken["woken"].sum():
        draw(made(results_figure, holding), t("assets.results_alt"), "woken")
    draw_reference(holding.reference)


def results_figure(holding: Holding) -> go.Figure:
    """Build the chart of the rates by grade, those without anybody left out."""
    rows = holding.woken[holding.woken["woken"] > 0]
    labels = ["" if pd.isna(grade) else grade for grade in rows["grade"]]
    rows = rows.assign(
        key=labels,
        label=[grade or t("assets.ungraded") for grade in labels],
        believed=float("nan"),
        benchmark=float("nan"),
        state="",
        of=[
            t("grades.ordered_of", customers=f"{row['woken']:,}", ordered=f"{row['ordered']:,}")
            for _, row in rows.iterrows()
        ],
        note="",
    )
    return intervals(rows, {"absent": ""}, palette())
