"""Two pyramids: how many customers are in each tier, and how much they bring."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.pyramids import pyramids
from pages.customers.worth import Worth
from pages.shared.answers import answer, made
from pages.shared.choosing import choose
from pages.shared.customer_list import MOST, customer_list
from pages.shared.drawing import palette
from pages.shared.texts import language, t
from queries import value
from reports.money import money_in_words

FEWEST: Final = 100  # customers: with fewer, 1 % is less than one


def draw_tiers(worth: Worth) -> None:
    """Draw both pyramids; a tier lists its customers."""
    view = worth.view
    st.markdown(f"**{t('value.tiers')}** :gray[{t('value.tiers_help')}]")
    if worth.summary["customers"] < FEWEST:
        st.caption(t("value.tiers_few", fewest=FEWEST))
    tier = choose(lambda _: made(tiers_figure, worth), t("value.tiers_alt"), "tiers", made(tiers_parts, worth))
    if tier:
        about = {"first": view.first, "last": view.last, "assistant": view.assistant, "tier": tier, "most": MOST}
        title = t("value.tiers_list", tier=t(f"tables.codes.tier.{tier}"))
        customer_list(answer(value.in_tier, scope=view.stores, **about), title, "tiers")


def tiers_figure(worth: Worth) -> go.Figure:
    """Build the chart of both pyramids."""
    rows = _filled(worth.tiers)
    bought = rows["tier"].isin(value.TIERS)
    customers, revenue = int(rows["customers"][bought].sum()), float(rows["revenue_cny"].sum())
    shown = pd.DataFrame(
        {
            "key": rows["tier"],
            "label": [_label(row) for _, row in rows.iterrows()],
            "customers": rows["customers"],
            "value": rows["revenue_cny"].astype(float).where(bought),
            "left": [_count(row, customers) for _, row in rows.iterrows()],
            "right": [_money(row, revenue) for _, row in rows.iterrows()],
        }
    )
    words = {name: t(f"value.tiers_{name}") for name in ("left", "right")} | {"off_scale": t("value.tiers_off")}
    return pyramids(shown, words, palette())


def tiers_parts(worth: Worth) -> dict[str, str]:
    """Return the tiers that can be chosen, in words."""
    rows = _filled(worth.tiers)
    rows = rows[rows["tier"].isin(value.TIERS)]
    return {
        tier: t("value.people", name=t(f"tables.codes.tier.{tier}"), count=f"{count:,}")
        for tier, count in zip(rows["tier"], rows["customers"], strict=True)
    }


def _filled(tiers: pd.DataFrame) -> pd.DataFrame:
    return tiers[tiers["customers"] > 0]


def _label(row: "pd.Series[Any]") -> str:
    name = t(f"tables.codes.tier.{row['tier']}")
    if row["tier"] == value.TIERS[-1] or pd.isna(row["lowest_cny"]):
        return name
    return f"{name}\n{t('value.tiers_from', money=money_in_words(row['lowest_cny'], language()))}"


def _count(row: "pd.Series[Any]", of: int) -> str:
    count = t("value.count", count=f"{row['customers']:,}")
    return f"{count} · {row['customers'] / of:.0%}" if row["tier"] in value.TIERS else count


def _money(row: "pd.Series[Any]", of: float) -> str:
    if row["tier"] not in value.TIERS:
        return ""
    money = money_in_words(row["revenue_cny"], language())
    return f"{money} · {float(row['revenue_cny']) / of:.0%}" if of > 0 else money
