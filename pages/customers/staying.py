"""Who joined a group in the period, and who was still in after 7 days."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.intervals import intervals
from pages.customers.grouping import Grouping
from pages.shared.answers import made
from pages.shared.drawing import draw, palette
from pages.shared.tables import show
from pages.shared.texts import language, t
from reports.group_words import stays_in_words


def draw_stays(grouping: Grouping) -> None:
    """Draw what is known of those who joined, by channel and by who invited them."""
    st.markdown(f"**{t('groups.stays_title')}** :gray[{t('groups.stays_help')}]")
    st.markdown(stays_in_words(grouping.by_channel, language()))
    if (grouping.by_channel["stayed"] + grouping.by_channel["gone"]).sum():
        draw(made(stays_figure, grouping), t("groups.stays_alt"), "stays")
    if len(grouping.by_assistant):
        st.markdown(f"**{t('groups.stays_by')}**")
        show(made(invited_by, grouping), t("groups.stays_by_alt"))


def stays_figure(grouping: Grouping) -> go.Figure:
    """Build the chart of the channels of which anything is known."""
    rows = grouping.by_channel[grouping.by_channel["stay_rate"].notna()]
    labels = [t("groups.unsaid") if pd.isna(value) else str(value) for value in rows["value"]]
    judged = rows["stayed"] + rows["gone"]
    rows = rows.assign(
        key=labels,
        label=labels,
        rate=rows["stay_rate"],
        believed=float("nan"),
        benchmark=float("nan"),
        state="",
        of=[
            t("groups.stays_of", stayed=f"{stayed:,}", judged=f"{of:,}")
            for stayed, of in zip(rows["stayed"], judged, strict=True)
        ],
        note="",
    )
    return intervals(rows, {"absent": ""}, palette())


def invited_by(grouping: Grouping) -> pd.DataFrame:
    """Return the table of who invited how many, and what became of those who joined."""
    names = ["value", "invited", "came", "join_rate", "joined", "stayed", "gone", "unknown", "still_open", "stay_rate"]
    names += ["store"] if len(grouping.view.stores) > 1 else []
    return grouping.by_assistant[names].rename(columns={"value": "assistant"})
