"""What has to be said tonight: three to five sentences, the most urgent first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

import pandas as pd

from data.texts import say
from data.texts.lists import listed
from reports.evening import Evening, costliest, failing
from reports.gaps import gap
from reports.naming import customer, names, person

MOST: Final = 5
FAILING_DAYS: Final = 3
PRAISED_DAYS: Final = 3
FELL_BY: Final = 0.1  # of what is usual on that weekday

Weight = Literal["below", "unsure", "pass"]


@dataclass(frozen=True)
class Finding:
    """One sentence: ``head`` is what it is about, ``rest`` its evidence or what to do."""

    weight: Weight
    head: str
    rest: str


def tonight(evening: Evening, language: str) -> list[Finding]:
    """Return the findings of the evening, at most five; an empty list where nothing is known."""
    found: list[Finding] = []
    for source in (_missing, _stuck, _slipping, _failing, _late, _fallen, _hints):
        found += source(evening, language)
    return [*found[: MOST - 1], *_praised(evening, language)]


def _missing(evening: Evening, language: str) -> Iterator[Finding]:
    people = evening.people.query("state == 'missing'")
    if len(people):
        yield _finding("below", "missing", language, names=names(people, language, one_store=evening.one_store))


def _late(evening: Evening, language: str) -> Iterator[Finding]:
    people = evening.people.query("state == 'late'")
    if len(people):
        yield _finding("unsure", "late", language, names=names(people, language, one_store=evening.one_store))


def _stuck(evening: Evening, language: str) -> Iterator[Finding]:
    step = costliest(evening.bottlenecks)
    if step is not None:
        yield _finding(
            "below",
            "stuck",
            language,
            step=say(f"tables.codes.metric.{step['metric']}", language),
            rate=f"{step['rate']:.0%}",
            benchmark=f"{step['benchmark']:.0%}",
            orders=round(float(step["orders_gained"])),
        )


def _slipping(evening: Evening, language: str) -> Iterator[Finding]:
    if len(evening.slipping):
        first = evening.slipping.iloc[0]
        yield _finding(
            "below",
            "slipping",
            language,
            count=int(first["of_all"]),
            customer=customer(first, language),
            grade=first["grade"],
            days=first["days"],
            assistant=person(first, language, one_store=evening.one_store),
        )


def _failing(evening: Evening, language: str) -> Iterator[Finding]:
    here = evening.quota_board.dropna(subset=["calls", "invites"])
    if here.empty:
        return
    people = failing(evening.daily).query("days >= @FAILING_DAYS").merge(here, on=["store", "assistant"])
    for _, row in people.sort_values("days", ascending=False, kind="stable").head(2).iterrows():
        yield _finding(
            "below",
            "failing",
            language,
            name=person(row, language, one_store=evening.one_store),
            days=row["days"],
            gap=_said(row, language),
        )


def _fallen(evening: Evening, language: str) -> Iterator[Finding]:
    figures = evening.day_figures.dropna(subset=["value", "usual"])
    for _, row in figures[figures["figure"].isin(["calls", "invites"])].iterrows():
        value, usual = int(row["value"]), round(float(row["usual"]))
        if usual - value > FELL_BY * usual:
            figure = say(f"meeting.figures.{row['figure']}", language)
            yield _finding("unsure", "fallen", language, figure=figure, value=value, usual=usual, fewer=usual - value)


def _hints(evening: Evening, language: str) -> Iterator[Finding]:
    for hint, people in evening.hints.groupby("hint", sort=False):
        yield _finding("unsure", f"hints.{hint}", language, names=names(people, language, one_store=evening.one_store))


def _praised(evening: Evening, language: str) -> Iterator[Finding]:
    best = evening.quota_board.query("streak >= @PRAISED_DAYS").nlargest(1, "streak")
    for _, row in best.iterrows():
        yield _finding(
            "pass", "praised", language, name=person(row, language, one_store=evening.one_store), days=row["streak"]
        )


def _said(row: "pd.Series[Any]", language: str) -> str:
    return listed(gap(row, language).split(" · "), language)


def _finding(weight: Weight, key: str, language: str, **values: object) -> Finding:
    head = say(f"tonight.{key}.head", language, **values)
    return Finding(weight, head, say(f"tonight.{key}.rest", language, **values))
