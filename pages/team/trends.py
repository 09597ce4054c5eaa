"""The team's calls and group invites day by day against the sum of the quotas."""

from typing import Final

import pandas as pd
import streamlit as st

from charts.trend import trend
from pages.shared.drawing import draw, palette
from pages.shared.texts import t

MEASURES: Final = {"calls": "call_quota", "invites": "invite_quota"}


def trends(daily: pd.DataFrame) -> None:
    """Draw the two trends side by side."""
    colours = palette()
    for place, (figure, quota) in zip(st.columns(2, gap="small"), MEASURES.items(), strict=True):
        with place.container(border=True):
            st.markdown(f"**{t(f'quotas.trend_{figure}')}**")
            rows = daily[["day"]].assign(value=daily[figure], quota=daily[quota])
            words = {"value": t(f"meeting.figures.{figure}")}
            words |= {"passed": t("quotas.words.reached"), "below": t("quotas.words.below")}
            words |= {"quota": t("quotas.words.quota")}
            draw(trend(rows, words, colours), t("quotas.trend_alt"), f"trend_{figure}")
