"""What an assistant writes down of a day: the calls and the invites, and what comes of the invites."""

from typing import Final

import numpy as np

from data.demo.book import Book
from data.demo.codes import Agreed, Columns, Grade, Ints, Outcome
from data.demo.people import Assistant
from data.demo.profiles import Profile

SHOWS_UP: Final = 0.62  # of those who agree to a visit
JOINS: Final = 0.6  # of those who agree to a group

_GRADED_THERE: Final = (0.0, 0.40, 0.35, 0.25)  # of those who visit and go without an order
_OPENS, _CLOSES = 9 * 3600 + 1800, 18 * 3600
_RUSH_OPENS, _RUSH_CLOSES = 19 * 3600 + 1860, 19 * 3600 + 3000


class Diary:
    """One assistant's pen."""

    def __init__(self, assistant: Assistant, profile: Profile, book: Book, rng: np.random.Generator) -> None:
        self._person, self._profile, self._book, self._rng = assistant, profile, book, rng

    def calls(self, day: int, who: Ints, outcome: Ints, group_rows: Ints, visit_rows: Ints) -> Columns:
        """Return the calls of one day; ``group_rows`` and ``visit_rows`` are those in which a customer agreed."""
        rng, count, reached = self._rng, len(who), outcome == Outcome.CONNECTED
        at = rng.integers(_OPENS, _CLOSES, count)
        if self._person.role == "last_minute":
            at = np.where(rng.random(count) < 0.78, rng.integers(_RUSH_OPENS, _RUSH_CLOSES, count), at)
        duration = np.clip(rng.lognormal(4.5, 0.7, count), 12, 900).astype(int)
        if self._person.role == "short":
            duration = np.where(rng.random(count) < 0.45, rng.integers(2, 10, count), duration)
        group, visit = np.where(reached, 0, -1), np.where(reached, 0, -1)
        group[group_rows], visit[visit_rows] = 1, 1
        return {
            "day": np.full(count, day),
            "assistant": np.full(count, self._person.number),
            "customer": self._book.customer[who],
            "second": np.sort(at),
            "outcome": outcome,
            "duration": np.where(reached, duration, -1),
            "grade": self._book.grade[who],
            "wechat": np.where(reached, self._book.on_wechat[who], -1),
            "group": group,
            "visit": visit,
            "visit_day": np.where(visit == 1, day + rng.integers(1, 9, count), -1),
        }

    def invites(self, day: int, who: Ints, agreed: Ints, visit_day: Ints) -> Columns:
        """Return invites of one day, and let the book know who will come and order."""
        book, rng, count = self._book, self._rng, len(who)
        visited = (visit_day >= 0) & (rng.random(count) < SHOWS_UP)
        closed = visited & (rng.random(count) < self._profile.close * self._person.pace.skill)
        closed_day = np.where(closed, visit_day + rng.choice((0, 0, 2, 5), count), -1)
        looked = visited & ~closed
        there = np.where(looked, rng.choice(len(Grade), count, p=_GRADED_THERE), -1)
        asked = visit_day >= 0
        book.visits[who[asked]] = visit_day[asked]
        book.graded_there[who[asked]] = there[asked]
        book.orders[who[closed]] = closed_day[closed]
        amount = np.clip(rng.lognormal(8.7, 0.8, count), 1200, 30000).astype(int)
        return {
            "day": np.full(count, day),
            "assistant": np.full(count, self._person.number),
            "customer": book.customer[who],
            "grade": book.grade[who],
            "agreed_to": agreed,
            "joined": np.where(agreed == Agreed.VISIT, -1, rng.random(count) < JOINS),
            "next_day": day + rng.integers(2, 8, count),
            "visited_day": np.where(visited, visit_day, -1),
            "graded_there": there,
            "closed_day": closed_day,
            "amount": np.where(closed, amount, -1),
        }
