"""The answer to the page's question, in one sentence."""

from datetime import date
from typing import Any, Final

import pandas as pd
import streamlit as st

from pages.shared.answers import made
from pages.shared.filters import Chosen
from pages.shared.texts import language, plain, t
from pages.team.steadiness import ENOUGH
from pages.team.weeks import Weeks
from reports.evening import failing
from reports.naming import names, person

STEADY: Final = 0.8  # of the days
FAILING_DAYS: Final = 5


def say_answer(weeks: Weeks) -> None:
    """Write the sentence, and who is not counted in it."""
    st.subheader(made(answer_in_words, weeks), anchor=False)
    few = int(weeks.people["few"].sum())
    if not weeks.view.assistant and 0 < few < len(weeks.people):
        st.caption(t("quotas.few", count=few, enough=ENOUGH))


def answer_in_words(weeks: Weeks) -> str:
    """Return the answer about one person or the team."""
    if weeks.view.assistant and len(weeks.people) == 1:
        return _one(weeks.people.iloc[0], int(weeks.streaks["streak"].sum()), weeks.daily)
    return _team(weeks)


def _team(weeks: Weeks) -> str:
    people, view = weeks.people, weeks.view
    enough = people[~people["few"]]
    if enough.empty:
        return t("quotas.too_short", enough=ENOUGH)
    steady = int((enough["steadiness"] >= STEADY).sum())
    days = (view.last - view.first).days + 1
    said = t("quotas.steady", days=days, people=len(enough), steady=steady, share=f"{STEADY:.0%}")
    long = failing(weeks.daily).query("days >= @FAILING_DAYS")
    if not long.empty:  # pandas can't merge two empty frames of text
        long = long.merge(_on_duty(weeks.daily, weeks.leave, view.last))
    if long.empty:
        return said + t("quotas.nobody_failing", run=FAILING_DAYS)
    longest = long.sort_values("days", ascending=False, kind="stable")
    who = plain(names(longest, language(), one_store=len(view.stores) == 1))
    return said + t("quotas.failing", count=len(long), run=FAILING_DAYS, names=who)


def _one(row: "pd.Series[Any]", streak: int, daily: pd.DataFrame) -> str:
    said = t("quotas.one", name=plain(row["assistant"]), assessed=row["days_assessed"], passed=row["days_passed"])
    if failed := int(failing(daily)["days"].max()):
        return said + t("quotas.one_failing", run=failed)
    # The streak reaches back before the period; who left long ago has none, only the days shown.
    shown = int(daily.sort_values("day")["passed"].astype(int)[::-1].cumprod().sum())
    return said + t("quotas.one_passing", run=max(streak, shown))


def name_in_words(row: "pd.Series[Any]", view: Chosen) -> str:
    """Return a person's name, with the store where several are shown, safe in Markdown."""
    return plain(person(row, language(), one_store=len(view.stores) == 1))


def _on_duty(daily: pd.DataFrame, leave: pd.DataFrame, day: date) -> pd.DataFrame:
    there = pd.concat([frame[frame["day"] == pd.Timestamp(day)] for frame in (daily, leave)])
    return there[["store", "assistant"]]
