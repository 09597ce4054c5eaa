"""What the whole chain does on each day, as numbers."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from data.demo.book import FORGOTTEN_FOR, Book
from data.demo.codes import Columns
from data.demo.leaving import LATER_BY, STATES, handed_over_on, passed_on
from data.demo.people import Assistant
from data.demo.profiles import PROFILES
from data.demo.workday import Goal, Workday

STAR_DAYS: Final = 40
FAILING_DAYS: Final = 6
FORGETS_ANOTHER: Final = 0.25


@dataclass(frozen=True)
class Activity:
    """What the chain did, in columns of equal length: calls and invites ordered by day, assistant and time.

    ``former`` are the leads from before the first day, ``passed_on`` is the list of the leaver's customers.
    """

    calls: Columns
    invites: Columns
    former: Columns
    passed_on: Columns


def activity(people: tuple[Assistant, ...], last: date, days: int, seed: int) -> Activity:
    """Return what ``people`` do on the ``days`` days that end with ``last``."""
    books = {person.number: Book.empty(person.number, days) for person in people}
    randoms = {person.number: np.random.default_rng([seed, 3, person.number]) for person in people}
    started = [person for person in people if person.employed(last - timedelta(days=days - 1))]
    former = [books[one.number].begin(one.number, PROFILES[one.store], days, randoms[one.number]) for one in started]
    leaver = next(person for person in people if person.left_on)
    colleagues = [person for person in people if person.store == leaver.store and person is not leaver]
    listed: Columns = {}
    done: list[tuple[Columns, Columns]] = []
    for day in range(days):
        on = last - timedelta(days=days - 1 - day)
        if day == handed_over_on(days):
            listed = passed_on(books[leaver.number], colleagues, days, randoms[leaver.number])
        for person in people:
            book, rng = books[person.number], randoms[person.number]
            if day == handed_over_on(days) + LATER_BY:
                mine = (listed["receiver"] == person.number) & (listed["state"] == STATES.index("done"))
                book.take_over(books[leaver.number], listed["place"][mine])
            if day == days - FORGOTTEN_FOR[person.number % len(FORGOTTEN_FOR)]:
                book.forget(day, 1 + int(rng.random() < FORGETS_ANOTHER), rng)
            if person.at_work(on, last):
                goal = _goal(person, on, days - 1 - day, days, rng)
                done.append(Workday(person, PROFILES[person.store], book, rng).work(day, goal))
    calls, invites = ([one[at] for one in done] for at in (0, 1))
    return Activity(_stacked(calls), _stacked(invites), _stacked(former), listed)


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


def _stacked(parts: list[Columns]) -> Columns:
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
