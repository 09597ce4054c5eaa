"""Why sales changed: customers, how often they buy, or what an order is worth; all together and store by store."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.bridge import bridge
from pages.customers.worth import Worth
from pages.shared.answers import answer, made
from pages.shared.drawing import draw, palette
from pages.shared.filters import Chosen
from pages.shared.tables import show
from pages.shared.texts import language, plain, t
from queries import value
from reports.money import ADDED, money_in_words
from reports.value_words import caution_in_words, change_in_words

DIGITS: Final = {"customers": ",.0f", "frequency": ".2f"}


def draw_bridge(worth: Worth) -> None:
    """Draw the bridge from the sales of the days before, and say what to mind."""
    st.markdown(f"**{t('value.bridge')}** :gray[{t('value.bridge_help')}]")
    st.markdown(f"**{plain(change_in_words(worth.bridge, language()))}**")
    if caution := caution_in_words(worth.bridge, language()):
        st.caption(f":material/info: {plain(caution)}")
    draw(made(bridge_figure, worth), t("value.bridge_alt"), "bridge")


def draw_stores(view: Chosen) -> None:
    """Draw the same as a table of the stores."""
    st.markdown(f"**{t('value.bridge_stores')}**")
    show(made(stores_of, view), t("value.bridge_stores_alt"))


def bridge_figure(worth: Worth) -> go.Figure:
    """Build the chart of one bridge: the days before, each part, these days."""
    view, parts = worth.view, worth.bridge
    first = parts.iloc[0]
    before, now = float(first["revenue_before_cny"]), float(first["revenue_cny"])
    reached = (before + parts["change_cny"].astype(float).cumsum()).tolist()
    spans = [
        (pd.Timestamp(first["before_first"]).date(), pd.Timestamp(first["before_last"]).date()),
        (view.first, view.last),
    ]
    days = [t("value.bridge_days", first=f"{begins:%Y-%m-%d}", last=f"{ends:%Y-%m-%d}") for begins, ends in spans]
    sums = [("before", before, days[0]), ("now", now, days[1])]
    wholes = [
        {
            "label": t(f"value.bridge_{name}"),
            "start": 0.0,
            "end": amount,
            "is_sum": True,
            "figure": money_in_words(amount, language(), ADDED),
            "note": note,
        }
        for name, amount, note in sums
    ]
    between = [
        {
            "label": t(f"tables.codes.part.{row['part']}"),
            "start": start,
            "end": end,
            "is_sum": False,
            "figure": _signed(row),
            "note": _factor(row),
        }
        for (_, row), start, end in zip(parts.iterrows(), [before, *reached[:-1]], reached, strict=True)
    ]
    words = {name: t(f"value.bridge_{name}") for name in ("more", "less")}
    return bridge(pd.DataFrame([wholes[0], *between, wholes[1]]), words, palette())


def stores_of(view: Chosen) -> pd.DataFrame:
    """Return a row a store: its sales before and now, and what each factor adds or takes away; the worst first."""
    about = {"first": view.first, "last": view.last, "assistant": view.assistant}
    parts = answer(value.store_decomposition, scope=view.stores, **about)
    sums = parts.drop_duplicates("store").set_index("store")[["revenue_before_cny", "revenue_cny"]]
    sums["change_cny"] = sums["revenue_cny"] - sums["revenue_before_cny"]
    for part, rows in parts.groupby("part", sort=False):
        sums[f"{part}_cny"] = rows.set_index("store")["change_cny"]
    return sums.sort_values("change_cny", kind="stable").reset_index()


def _signed(row: "pd.Series[Any]") -> str:
    money = money_in_words(row["change_cny"], language(), ADDED)
    return f"+{money}" if row["change_cny"] > 0 else money


def _factor(row: "pd.Series[Any]") -> str:
    said = {}
    for name in ("before", "now"):
        if pd.isna(row[name]):
            return ""
        digits = DIGITS.get(row["part"])
        said[name] = format(row[name], digits) if digits else money_in_words(row[name], language())
    return t(f"value.bridge_{row['part']}", **said)
