"""What comes of customers who were referred, beside the leads of other sources, and whether they bring others."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.intervals import intervals
from pages.customers.referring import Referring
from pages.shared.answers import made
from pages.shared.drawing import draw, palette
from pages.shared.texts import language, t
from reports.referral_words import conversion_in_words, reproduction_in_words


def draw_conversion(referring: Referring) -> None:
    """Draw the share that ordered of those who were referred, and of the leads by source."""
    st.markdown(f"**{t('referrals.conversion')}** :gray[{t('referrals.conversion_help')}]")
    st.markdown(conversion_in_words(referring.conversion, language()))
    if (referring.conversion["customers"] - referring.conversion["still_open"]).sum():
        draw(made(conversion_figure, referring), t("referrals.conversion_alt"), "conversion")


def conversion_figure(referring: Referring) -> go.Figure:
    """Build the chart of those of whom somebody has been there for long enough, the referred first."""
    rows = referring.conversion
    rows = rows[rows["customers"] > rows["still_open"]]
    labels = sources(rows)
    drawn = rows.assign(
        key=labels,
        label=labels,
        rate=rows["order_share"],
        believed=float("nan"),
        benchmark=float("nan"),
        state="",
        of=[
            t("referrals.conversion_of", ordered=f"{ordered:,}", customers=f"{customers:,}")
            for ordered, customers in zip(rows["ordered"], rows["customers"] - rows["still_open"], strict=True)
        ],
        note=[
            t("referrals.conversion_note", visited=f"{visited:,}", share=f"{share:.0%}")
            for visited, share in zip(rows["visited"], rows["visit_share"], strict=True)
        ],
    )
    return intervals(drawn, {"absent": ""}, palette())


def sources(rows: pd.DataFrame) -> list[str]:
    """Return what each row of the conversion is called."""
    return [
        t("referrals.referred") if is_referred else t("referrals.unsaid") if pd.isna(source) else str(source)
        for is_referred, source in zip(rows["is_referred"], rows["source"], strict=True)
    ]


def draw_reproduction(referring: Referring) -> None:
    """Draw how many new referrers came of each."""
    st.markdown(f"**{t('referrals.reproduction')}** :gray[{t('referrals.reproduction_help')}]")
    st.markdown("  \n".join(reproduction_in_words(referring.reproduction, language())))
