"""The team's calls and group invites day by day against the sum of the quotas."""

import plotly.graph_objects as go
import streamlit as st

from charts.trend import trend
from pages.shared.answers import made
from pages.shared.drawing import draw, palette
from pages.shared.texts import t
from pages.team.weeks import Weeks
from reports.gaps import PAIRS


def trends(weeks: Weeks) -> None:
    """Draw the two trends side by side."""
    for place, (figure, quota) in zip(st.columns(2, gap="small"), PAIRS, strict=True):
        with place.container(border=True):
            st.markdown(f"**{t(f'quotas.trend_{figure}')}**")
            draw(made(trend_figure, weeks, figure, quota), t("quotas.trend_alt"), f"trend_{figure}")


def trend_figure(weeks: Weeks, figure: str, quota: str) -> go.Figure:
    """Build one trend."""
    rows = weeks.daily[["day"]].assign(value=weeks.daily[figure], quota=weeks.daily[quota])
    words = {"value": t(f"meeting.figures.{figure}"), "quota": t("quotas.words.quota")}
    words |= {"passed": t("quotas.words.reached"), "below": t("quotas.words.below")}
    return trend(rows, words, palette())
