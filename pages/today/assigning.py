"""Tomorrow's tasks: as they stand or as the rules propose, to be edited and saved as a log of tasks."""

from datetime import date, timedelta
from typing import Any, Final

import pandas as pd
import streamlit as st

from data import importing
from data.home import now
from data.promises import MOST
from data.refusal import Refused
from pages.shared.answers import made, store
from pages.shared.tables import Spoken, show, spoken
from pages.shared.texts import day_in_words, language, plain, t
from reports.planning import Plan
from reports.task_file import LOG, task_file
from reports.tomorrow_words import task_in_words

USER: Final = "tomorrow_page"
TOMORROW: Final = timedelta(days=1)
NUMBERS: Final = ("call_quota", "invite_quota", "visit_quota")
TASKS: Final = (*NUMBERS, "on_leave")


def assign(plan: Plan, place: str | None) -> None:
    """Draw the tasks of ``place`` as a form, without one those of all stores as a table."""
    st.markdown(f"**{t('tomorrow.tasks')}** :gray[{t('tomorrow.tasks_help')}]")
    if place is not None and plan.day >= now().date():
        _form(plan, place)
        return
    if place is not None:
        st.caption(t("tomorrow.over", day=day_in_words(plan.day)))
    show(made(spoken_tasks, plan, place), t("tomorrow.tasks_alt"))


def spoken_tasks(plan: Plan, place: str | None) -> Spoken:
    """Return the tasks of those in ``place``, without one everybody's, with how they come about, in words."""
    people = plan.people if place is None else plan.people[plan.people["store"] == place]
    table = people.assign(quota_words=[task_in_words(row, language()) for _, row in people.iterrows()])
    names = ["assistant", "call_quota", "invite_quota", "visits_due", "listed", "quota_words"]
    return spoken(table[names if len(plan.stores) == 1 else ["store", *names]])


def tasks_of(plan: Plan, place: str) -> pd.DataFrame:
    """Return what the form shows first: each assistant's tasks, and why."""
    people = plan.people[plan.people["store"] == place]
    words = [task_in_words(row, language()) for _, row in people.iterrows()]
    table = people[["assistant", *TASKS]].assign(quota_words=words, on_leave=people["on_leave"].astype(bool))
    return table.reset_index(drop=True)


def _form(plan: Plan, place: str) -> None:
    table = made(tasks_of, plan, place)
    turn = st.session_state.get("tasks_turn", 0)  # what was saved is no edit any more
    with st.form(f"tasks {place} {plan.day}", border=False):
        edited = st.data_editor(
            table,
            hide_index=True,
            disabled=["assistant", "quota_words"],
            column_config=_columns(),
            alt=t("tomorrow.tasks_alt"),
            key=f"tasks {place} {plan.day} {turn}",
        )
        wanted = st.form_submit_button(t("tomorrow.save"), type="primary", icon=":material/task_alt:")
    if wanted:
        _save(edited, place, plan.day)


def _save(tasks: pd.DataFrame, place: str, day: date) -> None:
    """Import the tasks as a file of their log, so that they are checked, kept and taken back as any other."""
    at = now()
    try:
        content = task_file(tasks, place, day, at)
        name = f"{LOG.title} {place} {day:%Y-%m-%d}.csv"
        prepared = importing.prepare(store(), content, name, received_at=at, kind=LOG.kind)
        done = importing.commit(store(), prepared, at=at, user=USER)
    except Refused as problem:
        st.error(plain(problem.sentence(language())), icon=":material/block:")
        return
    st.session_state["tasks_turn"] = st.session_state.get("tasks_turn", 0) + 1
    st.toast(t("tomorrow.saved", count=done.rows, day=day_in_words(day)), icon=":material/check_circle:")
    st.rerun()


def _columns() -> dict[str, Any]:
    numbers = {
        name: st.column_config.NumberColumn(
            t(f"tables.columns.{name}"), min_value=0, max_value=MOST, step=1, required=True
        )
        for name in NUMBERS
    }
    return {
        "assistant": st.column_config.TextColumn(t("tables.columns.assistant"), pinned=True),
        **numbers,
        "on_leave": st.column_config.CheckboxColumn(t("tables.columns.on_leave")),
        "quota_words": st.column_config.TextColumn(t("tables.columns.quota_words")),
    }
