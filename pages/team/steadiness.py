"""Who keeps the pace: days passed of days due, and the answer in one sentence."""

from datetime import date
from typing import Any, Final

import pandas as pd
import streamlit as st

from pages.shared.filters import Chosen
from pages.shared.texts import plain, t
from reports.evening import failing

STEADY: Final = 0.8  # of the days
ENOUGH: Final = 10  # days; fewer say nothing about somebody
FAILING_DAYS: Final = 5
NAMES: Final = 4  # more than these are only counted


def people(daily: pd.DataFrame, leave: pd.DataFrame) -> pd.DataFrame:
    """Return one row a person: store, assistant, days_passed and days_assessed, the steadiest of each store first.

    Whoever has fewer than ten days comes after the others of the store.
    """
    worked = daily.groupby(["store", "assistant"], as_index=False).agg(
        days_passed=("passed", "sum"), days_assessed=("passed", "size")
    )
    found = worked.merge(leave[["store", "assistant"]].drop_duplicates(), how="outer").fillna(0)
    found = found.assign(
        few=found["days_assessed"] < ENOUGH, steadiness=found["days_passed"] / found["days_assessed"].clip(lower=1)
    )
    order = ["store", "few", "steadiness", "days_passed", "assistant"]
    ranked = found.sort_values(order, ascending=[True, True, False, False, True], ignore_index=True)
    return ranked.astype({"days_passed": int, "days_assessed": int})


def say_answer(
    ranked: pd.DataFrame, daily: pd.DataFrame, leave: pd.DataFrame, streaks: pd.DataFrame, now: Chosen
) -> None:
    """Write the answer to the page's question: one sentence, and who is not counted in it."""
    if now.assistant and len(ranked) == 1:
        st.subheader(_one(ranked.iloc[0], int(streaks["streak"].sum()), daily), anchor=False)
        return
    st.subheader(_team(ranked, daily, leave, now), anchor=False)
    few = int(ranked["few"].sum())
    if 0 < few < len(ranked):
        st.caption(t("quotas.few", count=few, enough=ENOUGH))


def _team(ranked: pd.DataFrame, daily: pd.DataFrame, leave: pd.DataFrame, now: Chosen) -> str:
    enough = ranked[~ranked["few"]]
    if enough.empty:
        return t("quotas.too_short", enough=ENOUGH)
    steady = int((enough["steadiness"] >= STEADY).sum())
    said = t("quotas.steady", days=(now.last - now.first).days + 1, people=len(enough), steady=steady)
    long = failing(daily).query("days >= @FAILING_DAYS")
    if not long.empty:  # pandas can't merge two empty frames of text
        long = long.merge(_on_duty(daily, leave, now.last))
    if long.empty:
        return said + t("quotas.nobody_failing", run=FAILING_DAYS)
    longest = long.sort_values("days", ascending=False, kind="stable")
    return said + t("quotas.failing", count=len(long), run=FAILING_DAYS, names=_names(longest, now))


def _one(person: "pd.Series[Any]", streak: int, daily: pd.DataFrame) -> str:
    said = t(
        "quotas.one", name=plain(person["assistant"]), assessed=person["days_assessed"], passed=person["days_passed"]
    )
    if failed := int(failing(daily)["days"].max()):
        return said + t("quotas.one_failing", run=failed)
    # The streak reaches back before the period; who left long ago has none, only the days shown.
    shown = int(daily.sort_values("day")["passed"].astype(int)[::-1].cumprod().sum())
    return said + t("quotas.one_passing", run=max(streak, shown))


def name_in_words(row: "pd.Series[Any]", now: Chosen) -> str:
    """Return a person's name, with the store where several are shown, safe in Markdown."""
    name = plain(row["assistant"])
    return name if len(now.stores) == 1 else t("tonight.person", name=name, store=plain(row["store"]))


def _on_duty(daily: pd.DataFrame, leave: pd.DataFrame, day: date) -> pd.DataFrame:
    there = pd.concat([frame[frame["day"] == pd.Timestamp(day)] for frame in (daily, leave)])
    return there[["store", "assistant"]]


def _names(rows: pd.DataFrame, now: Chosen) -> str:
    listed = t("tonight.comma").join(name_in_words(row, now) for _, row in rows.head(NAMES).iterrows())
    return listed if len(rows) <= NAMES else t("quotas.and_more", names=listed)
