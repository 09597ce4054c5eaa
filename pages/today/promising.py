"""Promises: what came of last night's, and the form for tomorrow's."""

from datetime import date, timedelta
from typing import Any, Final

import pandas as pd
import streamlit as st

from data.home import now
from data.promises import MOST, Promise, promise
from data.refusal import Refused
from pages.shared.answers import answer, made, store
from pages.shared.choosing import choose_store
from pages.shared.filters import Chosen
from pages.shared.texts import day_in_words, language, plain, t
from pages.today.saying import LOOK
from queries import meeting, promises, tomorrow
from reports.evening import Evening
from reports.promise_words import Kept, kept_by_person, kept_by_store, kept_in_short
from reports.tomorrow_words import closed_in_words

USER: Final = "meeting_page"
NUMBERS: Final = ("calls", "invites", "visits", "orders")
LONGEST: Final = 200  # characters of a sentence
SAID: Final = {**LOOK, "said": ":gray[:material/chat:]"}


def last_nights_promises(evening: Evening, assistant: str | None) -> None:
    """Draw what was promised for the day against what was done; nothing where nobody promised."""
    lines = made(lines_of, evening, assistant)
    if not lines:
        return
    with st.container(border=True, gap="xsmall"):
        words = t("promises.title")
        st.markdown(f"**{words}** :gray[{made(kept_in_short, evening, language(), assistant)}]")
        for line in lines:
            st.markdown(f"{SAID[line.state]} {plain(line.words)}")


def lines_of(evening: Evening, assistant: str | None) -> list[Kept]:
    """Return the lines of one store by person, of several by store."""
    if assistant is None and not evening.one_store:
        return kept_by_store(evening, language())
    return kept_by_person(evening, language(), assistant)


def promise_tomorrow(view: Chosen) -> None:
    """Draw the form for the promises of the day after, of one store at a time."""
    day = view.last + timedelta(days=1)
    words = t("promises.entry_help", day=day_in_words(day))
    st.markdown(f"**{t('promises.entry')}** :gray[{words}]")
    if day < now().date():
        st.caption(t("promises.over", day=day_in_words(day)))
        return
    place = choose_store(view, "promises")
    if place is None:
        return
    table = made(entry_of, place, day)
    if table.empty:
        closed = closed_in_words(answer(tomorrow.closed, scope=(place,), day=day), day_in_words(day), language())
        st.caption(plain(closed) or t("promises.nobody", day=day_in_words(day)))
        return
    turn = st.session_state.get("promises_turn", 0)  # what was written down is no edit any more
    with st.form(f"promises {place} {day}", border=False):
        edited = st.data_editor(
            table,
            hide_index=True,
            disabled=["assistant"],
            column_config=_columns(),
            alt=t("promises.entry_alt"),
            key=f"promises {place} {day} {turn}",
        )
        wanted = st.form_submit_button(t("promises.save"), type="primary", icon=":material/edit_note:")
    if wanted:
        _save(place, day, changes(table, edited))


def entry_of(place: str, day: date) -> pd.DataFrame:
    """Return who of a store is on duty on ``day``, with what each has promised so far."""
    people = answer(meeting.duty, scope=(place,), day=day)
    people = people[~people["on_leave"].astype(bool)]
    said = answer(promises.made, scope=(place,), day=day)
    found = people[["store", "assistant"]].merge(said, on=["store", "assistant"], how="left")
    return found[["assistant", *NUMBERS, "sentence"]]


def changes(before: pd.DataFrame, after: pd.DataFrame) -> dict[str, Promise]:
    """Return the promises that are others after than before, by assistant."""
    pairs = zip(before.to_dict("records"), after.to_dict("records"), strict=True)
    return {str(one["assistant"]): _said(other) for one, other in pairs if _said(one) != _said(other)}


def _said(row: dict[Any, Any]) -> Promise:
    numbers = {name: None if pd.isna(row[name]) else int(row[name]) for name in NUMBERS}
    sentence = None if pd.isna(row["sentence"]) else str(row["sentence"]).strip() or None
    return Promise(**numbers, sentence=sentence)


def _save(place: str, day: date, changed: dict[str, Promise]) -> None:
    if not changed:
        st.toast(t("promises.nothing_new"))
        return
    try:
        promise(store(), changed, for_store=place, day=day, at=now(), by=USER)
    except Refused as problem:
        st.error(plain(problem.sentence(language())), icon=":material/block:")
        return
    st.session_state["promises_turn"] = st.session_state.get("promises_turn", 0) + 1
    st.toast(t("promises.saved", count=len(changed)), icon=":material/check_circle:")
    st.rerun()


def _columns() -> dict[str, Any]:
    numbers = {
        name: st.column_config.NumberColumn(t(f"promises.columns.{name}"), min_value=0, max_value=MOST, step=1)
        for name in NUMBERS
    }
    return {
        "assistant": st.column_config.TextColumn(t("tables.columns.assistant"), pinned=True),
        **numbers,
        "sentence": st.column_config.TextColumn(t("promises.columns.sentence"), max_chars=LONGEST),
    }
