"""How many customers a service visit brings."""

from typing import Final

import plotly.graph_objects as go
import streamlit as st

from charts.intervals import intervals
from pages.customers.referring import Referring
from pages.shared.answers import made
from pages.shared.drawing import draw, palette
from pages.shared.texts import t

STATES: Final = {"pass": "passed", "below": "below", "too_few": "close"}


def draw_services(referring: Referring) -> None:
    """Draw the referrals per service visit of each store, or of each assistant."""
    st.markdown(f"**{t('referrals.services')}** :gray[{t('referrals.services_help')}]")
    if not referring.services["told"].sum():
        st.caption(t("referrals.no_service" if referring.services.empty else "referrals.untold"))
        return
    draw(made(services_figure, referring), t("referrals.services_alt"), "services")


def services_figure(referring: Referring) -> go.Figure:
    """Build the chart of those with a service visit that says how many were named, the fewest first."""
    rows = referring.services[referring.services["told"] > 0].sort_values("per_visit", kind="stable")
    labels = rows["store"] if rows["assistant"].isna().all() else rows["assistant"]
    drawn = rows.assign(
        key=labels,
        label=labels,
        rate=rows["per_visit"],
        benchmark=rows["due"],
        believed=float("nan"),
        state=rows["verdict"].map(STATES),
        of=[
            t("referrals.services_of", visits=f"{visits:,}", named=f"{named:,}")
            for visits, named in zip(rows["told"], rows["referrals"], strict=True)
        ],
        note=[
            t("referrals.services_note", verdict=t(f"tables.codes.verdict.{verdict}"), due=due, good=good)
            for verdict, due, good in zip(rows["verdict"], rows["due"], rows["good"], strict=True)
        ],
    )
    return intervals(drawn, {"absent": ""}, palette(), "{:.1f}".format)
