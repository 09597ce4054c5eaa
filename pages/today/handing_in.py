"""Who has handed in, as one line of chips above every figure."""

from typing import Any, Final, Literal

import pandas as pd
import streamlit as st

from pages.shared.texts import plain, t
from reports.evening import Evening, handing_in

LOOK: Final[dict[str, tuple[str, Literal["green", "orange", "red"]]]] = {
    "missing": (":material/close:", "red"),
    "late": (":material/schedule:", "orange"),
    "in": (":material/check:", "green"),
}


def readiness_line(evening: Evening, duty: pd.DataFrame) -> None:
    """Draw who has not handed in, who was late, who has and who is on leave: by name in one store, else by store."""
    people = handing_in(evening.readiness)
    done = int((people["state"] != "missing").sum())
    away = duty[duty["on_leave"].astype(bool)]
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{t('meeting.handed_in', done=done, all=len(people))}**", width="content")
        for state, (icon, colour) in LOOK.items():
            those = people[people["state"] == state]
            for words in _names(those, state) if evening.one_store else _stores(those, state):
                st.badge(words, icon=icon, color=colour)
        if evening.one_store:
            for name in away["assistant"]:
                st.badge(t("meeting.on_leave", name=plain(name)), icon=":material/hotel:", color="gray")
        elif len(away):
            st.badge(t("meeting.all_on_leave", count=len(away)), icon=":material/hotel:", color="gray")


def _names(people: pd.DataFrame, state: str) -> list[str]:
    return [_name(row, state) for _, row in people.iterrows()]


def _name(row: "pd.Series[Any]", state: str) -> str:
    name = plain(row["assistant"])
    if state == "late":
        return t("meeting.late", name=name, at=f"{row['received_at']:%H:%M}")
    return t("meeting.missing", name=name) if state == "missing" else name


def _stores(people: pd.DataFrame, state: str) -> list[str]:
    if state == "in":
        return [t("meeting.all_in", count=len(people))]
    counts = people.groupby("store", sort=False).size()
    return [t(f"meeting.store_{state}", store=plain(store), count=count) for store, count in counts.items()]
