"""The evening in words, for the group chat: plain text, one thought a line."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from data.texts import say
from data.texts.days import day_in_words
from reports.evening import Evening
from reports.gaps import gap, state, summed
from reports.naming import names
from reports.promise_words import kept_by_person, kept_by_store, kept_in_short
from reports.tonight import tonight


def meeting_text(evening: Evening, language: str) -> str:
    """Return the text of the evening. One store: by assistant; several: by store."""
    lines = [title(evening, language), *handed_in(evening, language), *_promises(evening, language)]
    lines += [figure(row, evening, language) for _, row in evening.day_figures.dropna(subset=["value"]).iterrows()]
    lines += _people(evening, language) if evening.one_store else _stores(evening, language)
    findings = tonight(evening, language)
    if findings:
        lines += ["", say("meeting.tonight", language)]
        lines += [f"{number}. {found.head}{found.rest}" for number, found in enumerate(findings, 1)]
    return "\n".join(lines)


def title(evening: Evening, language: str) -> str:
    """Return what the evening is called: of which store or how many, on which day."""
    return say("meeting.title", language, place=place(evening, language), day=day_in_words(evening.day, language))


def place(evening: Evening, language: str) -> str:
    """Return the store, or how many there are."""
    return evening.stores[0] if evening.one_store else say("meeting.stores", language, count=len(evening.stores))


def handed_in(evening: Evening, language: str) -> Iterator[str]:
    """Return who has handed in, who has not and who was late, a line each."""
    people = evening.people
    if people.empty:
        yield say("meeting.nobody", language)
        return
    yield say("meeting.handed_in", language, done=int((people["state"] != "missing").sum()), all=len(people))
    for found in ("missing", "late"):
        those = people[people["state"] == found]
        if len(those):
            yield say(f"meeting.those_{found}", language, names=names(those, language, one_store=evening.one_store))


def _promises(evening: Evening, language: str) -> Iterator[str]:
    """Return what came of last night's promises, where there were any."""
    if evening.promised.empty:
        return
    words = say("promises.title", language)
    yield say("meeting.person", language, name=words, words=kept_in_short(evening, language))
    lines = kept_by_person(evening, language) if evening.one_store else kept_by_store(evening, language)
    yield from (line.words for line in lines)


def figure(row: "pd.Series[Any]", evening: Evening, language: str) -> str:
    """Return one of the day's figures, beside its quota and what is usual."""
    line = say(f"meeting.lines.{row['figure']}", language, value=f"{row['value']:,}", quota=_or_dash(row["quota"]))
    if row["figure"] == "orders" and not pd.isna(row["amount_cny"]):
        line += say("meeting.amount", language, amount=f"{row['amount_cny']:,.0f}")
    if not pd.isna(row["usual"]):
        weekday = say(f"days.weekdays.{evening.day.isoweekday()}", language)
        line += say("meeting.usual", language, weekday=weekday, usual=usual_text(row["usual"]))
    return line


def _people(evening: Evening, language: str) -> Iterator[str]:
    board = evening.quota_board
    for _, row in board.iterrows():
        if state(row) != "missing":
            yield say("meeting.person", language, name=row["assistant"], words=gap(row, language))


def _stores(evening: Evening, language: str) -> Iterator[str]:
    for _, row in summed(evening.quota_board).iterrows():
        if row["state"] == "missing":
            yield say("meeting.person", language, name=row["store"], words=say("gaps.missing", language))
        else:
            yield say(
                "meeting.store",
                language,
                store=row["store"],
                passed=row["people_passed"],
                all=row["people"],
                calls=_or_dash(row["calls"]),
                call_quota=f"{row['call_quota']:,}",
                invites=_or_dash(row["invites"]),
                invite_quota=f"{row['invite_quota']:,}",
            )


def usual_text(usual: float) -> str:
    """Return a mean as people say it: whole, or with one digit where that says more."""
    return f"{usual:,.0f}" if usual >= 10 or usual == round(usual) else f"{usual:.1f}"


def _or_dash(value: Any) -> str:
    return "–" if pd.isna(value) else f"{value:,.0f}"
