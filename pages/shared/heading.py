"""The top of every page: its name, the question it answers, and how old the data is."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.store import Scope
from pages.shared.answers import answer
from pages.shared.filters import chosen
from pages.shared.texts import day_in_words, plain, t
from queries import frame


def heading(page: str, place: str = "", day: str = "") -> DeltaGenerator:
    """Write the top of ``page`` ("meeting", "quotas", …) and return the row where its actions go.

    ``place`` says which stores the page is about and stands beside the name; ``day`` which day, before the question.
    With a place the data is as old as that of the chosen stores, without one as that of all visible ones.
    """
    name = t(f"frame.pages.{page}.name")
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        with st.container(width="content", gap="xsmall"):
            st.title(f"{name} · {plain(place)}" if place else name, anchor=False)
            question = t(f"frame.pages.{page}.question")
            st.markdown(f"**{day}** — {question}" if day else question)
        actions = st.container(horizontal=True, width="content", vertical_alignment="center")
    actions.caption(data_age(chosen().stores if place else None), width="content")
    return actions


def data_age(stores: Scope | None) -> str:
    """Return how old the data of ``stores`` is, of all visible ones without, in words."""
    age = answer(frame.data_age, scope=stores).iloc[0]
    if pd.isna(age["last_day"]):
        return t("frame.no_day_yet")
    last, received = pd.Timestamp(age["last_day"]).date(), pd.Timestamp(age["received_at"])
    moment = f"{received:%H:%M}" if received.date() == last else f"{day_in_words(received.date())} {received:%H:%M}"
    return t("frame.age", day=day_in_words(last), received=moment)
