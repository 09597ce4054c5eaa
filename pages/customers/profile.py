"""Who a customer is: what comes next, four figures, and the way so far; a card for each store that knows them."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.customers.next_step import next_step
from pages.shared.answers import answer
from pages.shared.filters import Chosen
from pages.shared.texts import plain, t
from queries import customers


def profiles(known: pd.DataFrame, view: Chosen) -> None:
    """Draw the stores' cards; ``known``: a customer as ``queries.customers.known`` returns it."""
    customer = int(known["customer_key"].iloc[0])
    agreed = answer(customers.agreed, scope=view.stores, customer=customer, day=view.last)
    steps = answer(customers.steps, scope=view.stores, customer=customer)
    for (_, row), (_, due) in zip(known.iterrows(), agreed.iterrows(), strict=True):
        with st.container(border=True):
            _card(row, due, steps[steps["store"] == row["store"]], view)


def _card(row: "pd.Series[Any]", due: "pd.Series[Any]", steps: pd.DataFrame, view: Chosen) -> None:
    where = [*row["contacts"], *([row["store"]] if len(view.stores) > 1 else [])]
    st.markdown(f"**{plain(_or(row['customer'], 'nameless'))}** :gray[{plain(' · '.join(where))}]")
    st.subheader(next_step(row, due, view.last), anchor=False)
    cards = st.grid(4, min_column_width=150)
    for label, value, note in _figures(row):
        with cards.container(gap="xxsmall"):
            st.metric(t(f"customers.figures.{label}"), plain(value))
            st.caption(plain(note))
    if words := _way(steps):
        st.markdown(words)


def _figures(row: "pd.Series[Any]") -> list[tuple[str, str, str]]:
    """Return four figures: what it is, its value, and a note."""
    parts = [_if_known("from", row["source"]), _if_known("needed", row["needed_on"])]
    return [
        ("grade", _or(row["grade"], "ungraded"), _if_known("since", row["grade_since"])),
        (
            "assistant",
            _or(row["assistant"], "nobody"),
            _if_known("touched", row["last_touch_on"]) or t("customers.untouched"),
        ),
        ("orders", t("customers.orders", count=row["orders"]), f"¥{row['revenue_cny']:,.0f}" if row["orders"] else ""),
        ("product", _or(row["product"], "unsaid"), t("customers.between").join(filter(None, parts))),
    ]


def _or(value: Any, otherwise: str) -> str:
    return t(f"customers.{otherwise}") if pd.isna(value) else str(value)


def _if_known(key: str, value: Any) -> str:
    if pd.isna(value):
        return ""
    return t(f"customers.{key}", value=_day(value) if isinstance(value, pd.Timestamp) else value)


def _way(steps: pd.DataFrame) -> str:
    """Return the stages in order, those that were reached with their day; a lead's own where there are both."""
    of_one = steps[steps["funnel"] == steps["funnel"].iloc[0]] if len(steps) else steps
    words = []
    for stage, day in zip(of_one["stage"], of_one["day"], strict=True):
        name = t(f"customers.stages.{stage}")
        words.append(f":gray[{name}]" if pd.isna(day) else f"**{name}**\u00a0{plain(_day(day))}")
    return " → ".join(words)


def _day(day: pd.Timestamp) -> str:
    return f"{day:%Y-%m-%d}"
