"""Promises in words: what was said last night, and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

import pandas as pd

from data.texts import say
from reports.evening import Evening
from reports.naming import person

State = Literal["below", "unsure", "pass", "said"]
GRAVEST_FIRST: Final[tuple[State, ...]] = ("below", "unsure", "pass", "said")
FIGURES: Final = ("calls", "invites", "visits", "orders")  # as they are read out


@dataclass(frozen=True)
class Kept:
    """One line of the meeting: whose promise, what came of it, and the same in words.

    "below": something is missing; "unsure": a log was not handed in; "said": a sentence, which nobody can count.
    """

    store: str
    assistant: str
    state: State
    words: str


def kept_by_person(evening: Evening, language: str, assistant: str | None = None) -> list[Kept]:
    """Return one line for each promise, those not kept first; those of one ``assistant`` if one is named."""
    promised = evening.promised
    theirs = promised if assistant is None else promised[promised["assistant"] == assistant]
    lines = [_person(row, evening, language) for _, row in theirs.iterrows()]
    return sorted(lines, key=lambda line: GRAVEST_FIRST.index(line.state))


def kept_by_store(evening: Evening, language: str) -> list[Kept]:
    """Return one line for each store with a promise, those with one not kept first."""
    people = kept_by_person(evening, language)
    lines = []
    for store in dict.fromkeys(evening.promised["store"]):
        states = [line.state for line in people if line.store == store]
        state = min(states, key=GRAVEST_FIRST.index)
        words = say("meeting.person", language, name=store, words=_counted(states, language))
        lines.append(Kept(store, "", state, words))
    return sorted(lines, key=lambda line: GRAVEST_FIRST.index(line.state))


def kept_in_short(evening: Evening, language: str, assistant: str | None = None) -> str:
    """Return how many promised, and how many kept it; see ``kept_by_person``."""
    return _counted([line.state for line in kept_by_person(evening, language, assistant)], language)


def _counted(states: list[State], language: str) -> str:
    counts = {state: states.count(state) for state in ("pass", "below", "unsure") if state in states}
    parts = [say(f"promises.people_{state}", language, count=count) for state, count in counts.items()]
    return say("promises.comma", language).join([say("promises.people", language, count=len(states)), *parts])


def _person(row: "pd.Series[Any]", evening: Evening, language: str) -> Kept:
    found = evening.kept
    found = found[(found["store"] == row["store"]) & (found["assistant"] == row["assistant"])].set_index("figure")
    figures = [found.loc[name] for name in FIGURES if name in found.index]
    parts = [_figure(figure, language) for figure in figures]
    if not pd.isna(row["sentence"]):
        parts.append(say("promises.sentence", language, sentence=row["sentence"]))
    words = say("promises.semicolon", language).join(parts)
    name = person(row, language, one_store=evening.one_store)
    line = say("promises.line", language, name=name, words=words)
    return Kept(row["store"], row["assistant"], _state(figures), line)


def _figure(figure: "pd.Series[Any]", language: str) -> str:
    return say("promises.comma", language).join(_parts(figure, language))


def _parts(figure: "pd.Series[Any]", language: str) -> Iterator[str]:
    name = figure.name
    yield say(f"promises.promised.{name}", language, count=figure["promised"])
    if pd.isna(figure["done"]):
        yield say("promises.unknown", language)
        return
    yield say(f"promises.done.{name}", language, count=figure["done"])
    missing = int(figure["missing"])
    yield say(f"promises.short.{name}", language, count=missing) if missing else say("promises.kept", language)


def _state(figures: "list[pd.Series[Any]]") -> State:
    if not figures:
        return "said"
    if any(figure["missing"] > 0 for figure in figures if not pd.isna(figure["missing"])):
        return "below"
    return "unsure" if any(pd.isna(figure["missing"]) for figure in figures) else "pass"
