"""The day in five figures, each beside the same weekday of the weeks before."""

from typing import Any, Final, Literal

import pandas as pd
import streamlit as st

from charts.trend import sparkline
from pages.shared.drawing import draw, only_wide, palette
from pages.shared.texts import t
from reports.evening import Evening
from reports.meeting_text import usual_text

LOOK: Final[dict[str, tuple[Literal["green", "red", "gray"], Literal["up", "down", "off"]]]] = {
    "more": ("green", "up"),
    "same": ("gray", "off"),
    "fewer": ("red", "down"),
}


def day_figures(evening: Evening, trend: pd.DataFrame) -> None:
    """Draw one card a figure: value and quota, how it compares, and two weeks of small bars."""
    grid = st.grid(len(evening.day_figures), min_column_width=150)
    colours = palette()
    for _, row in evening.day_figures.iterrows():
        with grid.container(border=True, height="stretch", gap="xsmall", vertical_alignment="distribute"):
            better = _card(row)
            values = trend[trend["figure"] == row["figure"]].sort_values("day")["value"]
            with only_wide(f"trend_{row['figure']}"):
                numbers = [None if pd.isna(value) else float(value) for value in values]
                draw(sparkline(numbers, colours, good=better), t("meeting.trend_alt"), f"trend_{row['figure']}")


def _card(row: "pd.Series[Any]") -> bool | None:
    name, value, quota, usual = row["figure"], row["value"], row["quota"], row["usual"]
    said = None if pd.isna(value) else f"{value:,.0f}"
    if name == "orders" and said:
        said = t("meeting.orders", count=said)
    change = None if pd.isna(value) or pd.isna(usual) else round(float(value)) - round(float(usual))
    kind = "same" if not change else "more" if change > 0 else "fewer"
    colour, arrow = LOOK[kind]
    st.metric(
        t(f"meeting.figures.{name}"),
        said,
        None if change is None else t(f"meeting.{kind}", count=f"{abs(change):,}"),
        colour,
        delta_arrow=arrow,
        help=t(f"meeting.definitions.{name}"),
    )
    notes = [] if pd.isna(quota) else [t("meeting.quota", quota=f"{quota:,.0f}")]
    if name == "orders" and not pd.isna(row["amount_cny"]):
        notes.append(f"¥{row['amount_cny']:,.0f}")
    if not pd.isna(usual):
        notes.append(t("meeting.usual_short", usual=usual_text(usual)))
    st.caption(" · ".join(notes) or t("meeting.no_usual"))
    return None if change is None else change >= 0
