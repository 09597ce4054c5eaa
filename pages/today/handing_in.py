"""Who has handed in, as one line of chips above every figure."""

from typing import Any, Final, Literal

import pandas as pd
import streamlit as st

from pages.shared.texts import plain, t
from reports.evening import Evening, handing_in

LOOK: Final[dict[str, tuple[str, Literal["green", "orange", "red"]]]] = {
    "in": (":material/check:", "green"),
    "late": (":material/schedule:", "orange"),
    "missing": (":material/close:", "red"),
}
MOST: Final = 20  # chips; with more people only those who are late or missing have a name


def readiness_line(evening: Evening, duty: pd.DataFrame) -> None:
    """Draw one chip an assistant: handed in, late, not handed in, on leave."""
    people = handing_in(evening.readiness)
    done = int((people["state"] != "missing").sum())
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{t('meeting.handed_in', done=done, all=len(people))}**", width="content")
        named = people if len(people) <= MOST else people[people["state"] != "in"]
        if len(named) < len(people):
            icon, colour = LOOK["in"]
            st.badge(t("meeting.all_in", count=len(people) - len(named)), icon=icon, color=colour)
        for _, row in named.iterrows():
            icon, colour = LOOK[row["state"]]
            st.badge(_words(row, evening), icon=icon, color=colour)
        for _, row in duty[duty["on_leave"].astype(bool)].iterrows():
            st.badge(t("meeting.on_leave", name=_name(row, evening)), icon=":material/hotel:", color="gray")


def _words(row: "pd.Series[Any]", evening: Evening) -> str:
    name = _name(row, evening)
    if row["state"] == "late":
        return t("meeting.late", name=name, at=f"{row['received_at']:%H:%M}")
    return t("meeting.missing", name=name) if row["state"] == "missing" else name


def _name(row: "pd.Series[Any]", evening: Evening) -> str:
    name = plain(row["assistant"])
    return name if evening.one_store else f"{name} · {plain(row['store'])}"
