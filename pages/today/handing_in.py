"""Who has handed in, as one line of chips above every figure."""

from typing import Any, Final, Literal

import pandas as pd
import streamlit as st

from pages.shared.answers import made
from pages.shared.texts import plain, t
from reports.evening import Evening

Colour = Literal["green", "orange", "red", "gray"]
LOOK: Final[dict[str, tuple[str, Colour]]] = {
    "missing": (":material/close:", "red"),
    "late": (":material/schedule:", "orange"),
    "in": (":material/check:", "green"),
}
AWAY: Final[tuple[str, Colour]] = (":material/hotel:", "gray")


def readiness_line(evening: Evening) -> None:
    """Draw who has not handed in, who was late, who has and who is on leave: by name in one store, else by store."""
    done, people, chips = made(chips_of, evening)
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{t('meeting.handed_in', done=done, all=people)}**", width="content")
        for words, icon, colour in chips:
            st.badge(words, icon=icon, color=colour)


def chips_of(evening: Evening) -> tuple[int, int, list[tuple[str, str, Colour]]]:
    """Return how many of how many handed in, and the chips: words, icon and colour."""
    chips: list[tuple[str, str, Colour]] = []
    for state, look in LOOK.items():
        those = evening.people[evening.people["state"] == state]
        chips += [(words, *look) for words in (_names if evening.one_store else _stores)(those, state)]
    away = evening.duty[evening.duty["on_leave"].astype(bool)]
    if evening.one_store:
        chips += [(t("meeting.on_leave", name=plain(name)), *AWAY) for name in away["assistant"]]
    elif len(away):
        chips.append((t("meeting.all_on_leave", count=len(away)), *AWAY))
    return int((evening.people["state"] != "missing").sum()), len(evening.people), chips


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
