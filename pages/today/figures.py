"""The day in five figures, each beside the same weekday of the weeks before."""

from dataclasses import dataclass
from typing import Any, Final, Literal

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.trend import sparkline
from pages.shared.addresses import link_to_rows
from pages.shared.answers import made
from pages.shared.drawing import draw, only_wide, palette
from pages.shared.texts import t
from reports.evening import Evening
from reports.meeting_text import usual_text

Colour = Literal["green", "red", "gray"]
Arrow = Literal["up", "down", "off"]
LOOK: Final[dict[str, tuple[Colour, Arrow]]] = {
    "more": ("green", "up"),
    "same": ("gray", "off"),
    "fewer": ("red", "down"),
}


@dataclass(frozen=True)
class Card:
    """One figure as it is shown; ``change`` compares it with the usual, where there is one."""

    name: str
    value: str | None
    change: str | None
    look: tuple[Colour, Arrow]
    notes: str
    trend: go.Figure


def day_figures(evening: Evening) -> None:
    """Draw one card a figure: value and quota, how it compares, two weeks of small bars, and the way to its rows."""
    cards = made(cards_of, evening)
    grid = st.grid(len(cards), min_column_width=150)
    for card in cards:
        with grid.container(border=True, height="stretch", gap="xsmall", vertical_alignment="distribute"):
            colour, arrow = card.look
            st.metric(
                t(f"meeting.figures.{card.name}"),
                card.value,
                card.change,
                colour,
                delta_arrow=arrow,
                help=t(f"meeting.definitions.{card.name}"),
            )
            st.caption(card.notes)
            with only_wide(f"card_{card.name}"):
                draw(card.trend, t("meeting.trend_alt"), f"trend_{card.name}")
            link_to_rows(card.name, t("rows.where_from"))


def cards_of(evening: Evening) -> list[Card]:
    """Return the day's figures as cards."""
    return [_card(row, evening.trend) for _, row in evening.day_figures.iterrows()]


def _card(row: "pd.Series[Any]", trend: pd.DataFrame) -> Card:
    name, value, quota, usual = row["figure"], row["value"], row["quota"], row["usual"]
    said = None if pd.isna(value) else f"{value:,.0f}"
    if name == "orders" and said:
        said = t("meeting.orders", count=said)
    change = None if pd.isna(value) or pd.isna(usual) else round(float(value)) - round(float(usual))
    kind = "same" if not change else "more" if change > 0 else "fewer"
    notes = [] if pd.isna(quota) else [t("meeting.quota", quota=f"{quota:,.0f}")]
    if name == "orders" and not pd.isna(row["amount_cny"]):
        notes.append(f"¥{row['amount_cny']:,.0f}")
    if not pd.isna(usual):
        notes.append(t("meeting.usual_short", usual=usual_text(usual)))
    better = None if change is None else change >= 0
    values = trend[trend["figure"] == name].sort_values("day")["value"]
    return Card(
        name=name,
        value=said,
        change=None if change is None else t(f"meeting.{kind}", count=f"{abs(change):,}"),
        look=LOOK[kind],
        notes=" · ".join(notes) or t("meeting.no_usual"),
        trend=sparkline([None if pd.isna(one) else float(one) for one in values], palette(), good=better),
    )
