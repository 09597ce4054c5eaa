"""What the whole chain does on each day, as numbers."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from data.demo.book import Book, Goal
from data.demo.codes import Columns
from data.demo.people import Assistant

STAR_DAYS: Final = 40
FAILING_DAYS: Final = 6


@dataclass(frozen=True)
class Activity:
    """All calls and invites of the chain: columns of equal length, ordered by day, assistant and time."""

    calls: Columns
    invites: Columns


def activity(people: tuple[Assistant, ...], last: date, days: int, seed: int) -> Activity:
    """Return what ``people`` do on the ``days`` days that end with ``last``."""
    calls: list[Columns] = []
    invites: list[Columns] = []
    for assistant in people:
        rng = np.random.default_rng([seed, 3, assistant.number])
        book = Book(assistant, days, rng)
        for day in range(days):
            on = last - timedelta(days=days - 1 - day)
            if assistant.at_work(on, last):
                called, invited = book.work(day, _goal(assistant, on, days - 1 - day, days, rng))
                calls.append(called)
                invites.append(invited)
    return Activity(_joined(calls), _joined(invites))


def _goal(assistant: Assistant, on: date, days_left: int, days: int, rng: np.random.Generator) -> Goal:
    pace, weekend = assistant.pace, on.weekday() >= 5
    trend = 3 * (1 - days_left / days)
    calls = int(np.clip(rng.normal(pace.calls + trend + 4 * weekend, 3.5), 35, 65))
    invites = int(np.clip(rng.normal(pace.invites + trend / 2 + 2 * weekend, 3), 18, 36))
    visits = min(4, int(rng.poisson(pace.visits)))
    if assistant.role == "star" and days_left < STAR_DAYS:
        # A visit agreed keeps the adjusted invite quota at 27 or less.
        return Goal(max(calls, 52), max(invites, 33), max(visits, 1))
    if assistant.role == "failing" and days_left < FAILING_DAYS:
        return Goal(min(calls, 40), min(invites, 20), min(visits, 1))
    return Goal(50 if assistant.role == "exact" else calls, invites, visits)


def _joined(parts: list[Columns]) -> Columns:
    columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    order = np.lexsort((columns["assistant"], columns["day"]))
    return {name: values[order] for name, values in columns.items()}
