"""Why visits were lost: reasons, the missing ones a bar of their own, those for a gift alone apart."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.counts import counts
from pages.shared.answers import answer, made
from pages.shared.choosing import choose
from pages.shared.customer_list import MOST, customer_list
from pages.shared.drawing import palette
from pages.shared.texts import t
from pages.team.journey import Journey, asked
from queries import customers


def draw_losses(journey: Journey) -> str | None:
    """Draw the reasons, and return the key of the one that is chosen."""
    visits = journey.evidence.visits[["visits", "lost"]].sum()
    help_ = t("funnel.lost_help", visits=f"{visits['visits']:,}", lost=f"{visits['lost']:,}")
    st.markdown(f"**{t('funnel.lost')}** :gray[{help_}]")
    if not visits["lost"]:
        st.caption(t("funnel.nothing_lost"))
        return None
    rows, figure = made(loss_rows, journey), made(losses_figure, journey)
    options = dict(zip(rows["key"], rows["label"], strict=True))
    return choose(lambda _: figure, t("funnel.lost_alt"), "losses", options)


def list_lost(journey: Journey, place: str) -> None:
    """Draw the visits behind one bar."""
    row = made(loss_rows, journey).iloc[int(place)]
    reason = None if pd.isna(row["reason"]) else row["reason"]
    found = answer(customers.lost, **asked(journey.view), lost_reason=reason, most=MOST)
    with st.container(border=True):
        customer_list(found, t("funnel.lost_list", reason=row["label"]), "lost")


def loss_rows(journey: Journey) -> pd.DataFrame:
    """Return one row a bar: the reasons, most named first, then none given, then those who came for a gift alone."""
    reasons = journey.evidence.lost_reasons
    lost = int(journey.evidence.visits["lost"].sum())
    unsaid = reasons["lost_reason"].isna()
    rows = pd.concat([reasons[~unsaid], reasons[unsaid]])
    bars = [
        (None, t("funnel.reason_missing"), int(visits)) if pd.isna(reason) else (reason, str(reason), int(visits))
        for reason, visits in zip(rows["lost_reason"], rows["visits"], strict=True)
    ]
    if gifts := lost - int(reasons["visits"].sum()):
        bars.append((customers.FOR_A_GIFT, t("funnel.gift_only"), gifts))
    found = pd.DataFrame(bars, columns=["reason", "label", "value"])
    return found.assign(
        key=[str(place) for place in range(len(found))],
        hatched=found["value"].where(found["reason"].isna(), 0),
        state=["apart" if reason == customers.FOR_A_GIFT else "" for reason in found["reason"]],
        note=[t("funnel.of_lost", share=f"{value / lost:.0%}") for value in found["value"]],
    )


def losses_figure(journey: Journey) -> go.Figure:
    """Build the chart of the reasons."""
    words = {"settled": t("funnel.reason_given"), "hatched": t("funnel.reason_missing")}
    return counts(made(loss_rows, journey), words, palette())
