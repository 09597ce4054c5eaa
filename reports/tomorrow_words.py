"""Tomorrow in words: who comes, who is to be called, what is asked of each and why."""

from typing import Any

import pandas as pd

from data.texts import say
from data.texts.lists import listed
from queries.tomorrow import CALL_FOR
from reports.planning import Plan, effort_planned


def answer(plan: Plan, language: str) -> str:
    """Return how many assistants receive and call how many customers, and why."""
    here = plan.people[~plan.people["on_leave"].astype(bool)]
    sentence = say("tomorrow.answer", language, people=len(here), customers=f"{len(plan.lists):,}")
    counts = plan.lists["call_for"].value_counts()
    parts = [
        say(f"tomorrow.counted.{name}", language, count=f"{counts[name]:,}") for name in CALL_FOR if name in counts
    ]
    if not parts:
        return say("tomorrow.answer_none", language, people=len(here))
    return sentence + say("tomorrow.comma", language).join(parts) + say("tomorrow.stop", language)


def closed_in_words(closed: pd.DataFrame, day: str, language: str) -> str:
    """Return which stores are closed on ``day``, which is said in words; nothing where none is."""
    stores = listed(closed["store"], language)
    return say("tomorrow.closed", language, day=day, stores=stores) if stores else ""


def nobody_in_words(plan: Plan, language: str) -> str:
    """Return whom nobody on duty receives or calls; nothing where there are none."""
    if plan.nobody.empty:
        return ""
    count = int(plan.nobody.groupby("store")["of_all"].first().sum())
    visits = int((plan.nobody["call_for"] == "visit").sum())
    key = "nobody_visits" if visits else "nobody"
    return say(f"tomorrow.{key}", language, count=f"{count:,}", visits=visits)


def effort_in_words(plan: Plan, language: str) -> str:
    """Return by how many calls each grade gets more or fewer than the rules want."""
    parts = []
    for _, row in effort_planned(plan).iterrows():
        much = row["calls"] - row["wanted"]
        key = "more" if much > 0 else "fewer" if much < 0 else "even"
        parts.append(
            say(
                f"tomorrow.effort_{key}", language, grade=row["grade"], count=f"{row['calls']:,}", much=f"{abs(much):,}"
            )
        )
    return say("tomorrow.comma", language).join(parts) + say("tomorrow.stop", language)


def task_in_words(row: "pd.Series[Any]", language: str) -> str:
    """Return what is asked of one assistant of ``Plan.people``, and how it comes about."""
    if row["on_leave"]:
        return say("tomorrow.off", language)
    parts = [say("tomorrow.quota", language, calls=row["call_quota"], invites=row["invite_quota"])]
    if row["relief"]:
        parts.append(say("tomorrow.relief", language, visits=row["visits_due"], relief=row["relief"]))
    elif row["visits_due"]:
        parts.append(say("tomorrow.visits", language, visits=row["visits_due"]))
    if row["extra"]:
        parts.append(say("tomorrow.extra", language, extra=row["extra"]))
    if not pd.isna(row["calls_short"]) and row["calls_short"] > 0:
        parts.append(say("tomorrow.short", language, short=row["calls_short"]))
    return say("tomorrow.comma", language).join(parts)
