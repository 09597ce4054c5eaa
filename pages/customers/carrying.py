"""Who carries the business and who eats it: the 80/20 curve, the whale curve, and the customers below zero."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.curve import curve
from pages.customers.worth import Worth
from pages.shared.answers import answer, made
from pages.shared.customer_list import MOST, customer_list
from pages.shared.drawing import draw, palette
from pages.shared.texts import language, plain, t
from queries import value
from reports.money import money_in_words
from reports.value_words import best_of, lorenz_in_words, whale_in_words

REFERENCES: Final = pd.DataFrame(
    [
        (0.16, 0.62, "16/62", "middle left"),
        (0.17, 0.79, "17/79", "middle left"),
        (0.20, 0.80, "20/80", "top center"),
        (0.23, 0.81, "23/81", "middle right"),
    ],
    columns=["share", "value", "label", "anchor"],
).assign(own=False)


def draw_carrying(worth: Worth) -> None:
    """Draw both curves side by side, and say beside each what it comes to."""
    left, right = st.columns(2, gap="small")
    with left.container(border=True, height="stretch"):
        st.markdown(f"**{t('value.lorenz')}** :gray[{t('value.lorenz_help')}]")
        if pd.notna(worth.summary["top20_share"]):
            draw(made(lorenz_figure, worth), t("value.lorenz_alt"), "lorenz")
        st.caption(plain(lorenz_in_words(worth.summary, language())))
    with right.container(border=True, height="stretch"):
        st.markdown(f"**{t('value.whale')}** :gray[{t('value.whale_help')}]")
        draw(made(whale_figure, worth), t("value.whale_alt"), "whale")
        st.caption(plain(whale_in_words(worth.summary, language())))


def draw_negative(worth: Worth) -> None:
    """List the customers who cost more than they bring."""
    view = worth.view
    if not worth.summary["negative_customers"]:
        st.caption(t("value.negative_none"))
        return
    about = {"first": view.first, "last": view.last, "assistant": view.assistant, "most": MOST}
    customer_list(answer(value.negative, scope=view.stores, **about), t("value.negative"), "negative")


def lorenz_figure(worth: Worth) -> go.Figure:
    """Build the curve of revenue, with the points people quote and where the best 20 % are here."""
    summary = worth.summary
    own = {
        "share": best_of(summary) / summary["customers"],
        "value": summary["top20_share"],
        "label": t("value.lorenz_own", share=f"{summary['top20_share']:.0%}"),
        "anchor": "middle right",
        "own": True,
    }
    marks = pd.concat([REFERENCES, pd.DataFrame([own])], ignore_index=True)
    return _figure(_points(worth, "lorenz"), marks, "lorenz")


def whale_figure(worth: Worth) -> go.Figure:
    """Build the curve of contribution, with its peak."""
    points = _points(worth, "whale")
    top = points.iloc[int(points["value"].argmax())]
    label = t("value.whale_own", share=f"{top['value']:.0%}" if points.attrs["shared"] else top["worth"])
    anchor = "middle left" if top["share"] > 0.5 else "middle right"
    marks = pd.DataFrame(
        [{"share": top["share"], "value": top["value"], "label": label, "anchor": anchor, "own": True}]
    )
    return _figure(points, marks if top["customers"] else marks.head(0), "whale")


def _points(worth: Worth, name: str) -> pd.DataFrame:
    """Return the points of a curve: as shares where there is something to share, else as money."""
    points = worth.curve[worth.curve["curve"] == name]
    shared = bool(points["value_share"].notna().any())
    points = points.assign(
        share=points["customers_share"],
        value=(points["value_share"] if shared else points["value_cny"]).astype(float),
        worth=[money_in_words(amount, language()) for amount in points["value_cny"]],
    )
    points["note"] = [_note(row, name) for _, row in points.iterrows()]
    points.attrs["shared"] = shared
    return points


def _note(row: "pd.Series[Any]", name: str) -> str:
    counted = {"count": f"{row['customers']:,}", "customers": f"{row['share']:.0%}"}
    if pd.notna(row["value_share"]):
        return t(f"value.{name}_point", share=f"{row['value']:.0%}", **counted)
    return t("value.worth_point", money=row["worth"], **counted)


def _figure(points: pd.DataFrame, marks: pd.DataFrame, name: str) -> go.Figure:
    shared = points.attrs["shared"]
    words = {
        "line": t(f"value.{name}_line" if shared else "value.whale_line_money"),
        "falling": t("value.whale_falling"),
        "reference": t("value.lorenz_reference"),
        "across": t("value.across"),
    }
    return curve(points, words, palette(), marks=marks, money=not shared)
