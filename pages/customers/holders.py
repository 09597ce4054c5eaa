"""Who holds how many customers without an order, and how many of them may be lost."""

from typing import Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.risk_mix import risk_mix
from pages.customers.holding import Holding
from pages.shared.answers import answer, made
from pages.shared.choosing import choose
from pages.shared.customer_list import MOST, customer_list
from pages.shared.drawing import palette
from pages.shared.texts import day_in_words, t
from queries import assets
from queries.assets import REASONS

MOST_ROWS: Final = 12


def draw_holders(holding: Holding) -> None:
    """Draw the customers of each assistant by risk, of each store where there are several; list a chosen part."""
    view = holding.view
    st.markdown(f"**{t('assets.holders')}** :gray[{t('assets.holders_help', day=day_in_words(view.last))}]")
    rows = made(holders_of, holding)
    if len(rows) > MOST_ROWS:
        st.caption(t("assets.holders_most", most=MOST_ROWS))
    alt = t("assets.stores_alt" if len(view.stores) > 1 else "assets.holders_alt")
    part = choose(lambda _: made(holders_figure, holding), alt, "holders", made(holders_in_words, holding))
    if part:
        store, assistant, reason = part.split("\n")
        found = answer(
            assets.held,
            scope=(store,),
            day=view.last,
            assistant=assistant or view.assistant,
            reason=reason,
            most=MOST,
        )
        title = t("assets.holders_list", name=assistant or store, risk=t(f"tables.codes.risk.{reason}"))
        customer_list(as_listed(found), title, "holders")


def holders_of(holding: Holding) -> pd.DataFrame:
    """Return store, assistant ("" for a whole store), label and the count of each reason, the gravest rows first."""
    rows = holding.holders[holding.holders["customers"] > 0]
    counts = ["customers", *REASONS]
    if len(holding.view.stores) > 1:
        rows = rows.groupby("store", sort=False)[counts].sum().reset_index()
        rows = rows.assign(assistant="", label=rows["store"])
    else:
        left = rows["presence"] == "left"
        label = rows["holder"].where(~left, rows["holder"] + "\n" + t("assets.absent"))
        rows = rows.assign(assistant=rows["holder"], label=label)
    rows = rows.sort_values(["holder_left", "customers"], ascending=False, kind="stable", ignore_index=True)
    return rows[["store", "assistant", "label", *counts]]


def by_reason(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each of ``rows`` and reason, as ``charts.risk_mix`` draws them."""
    parts = [rows.assign(part=reason, customers=rows[reason]) for reason in REASONS]
    return pd.concat(parts).sort_index(kind="stable")


def holders_figure(holding: Holding) -> go.Figure:
    """Build the chart of those with most customers."""
    return risk_mix(by_reason(made(holders_of, holding).head(MOST_ROWS)), risk_words(), palette())


def risk_words() -> dict[str, str]:
    """Return what each reason is called."""
    return {reason: t(f"tables.codes.risk.{reason}") for reason in REASONS}


def holders_in_words(holding: Holding) -> dict[str, str]:
    """Return the parts of the chart that can be chosen: as the chart gives them, and in words."""
    rows = by_reason(made(holders_of, holding).head(MOST_ROWS))
    words = risk_words()
    return {
        "\n".join([row["store"], row["assistant"], row["part"]]): t(
            "assets.people", name=f"{row['assistant'] or row['store']} {words[row['part']]}", count=f"{count:,}"
        )
        for _, row in rows.iterrows()
        if (count := int(row["customers"]))
    }


def as_listed(found: pd.DataFrame) -> pd.DataFrame:
    """Return ``queries.assets.held`` as a list of customers: who first, then why and since when."""
    names = ["store", "customer_key", "customer", "grade", "reason", "days", "assistant", "contacts"]
    return found[[*names, "last_touch_on", "asset_value_cny", "product", "of_all"]].rename(columns={"reason": "risk"})
