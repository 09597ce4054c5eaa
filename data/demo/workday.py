"""What an assistant does with the customers of the book on one day."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from data.demo.book import Book
from data.demo.codes import NEVER, Agreed, Columns, Grade, Ints, Outcome
from data.demo.diary import Diary
from data.demo.people import Assistant
from data.demo.profiles import Profile

NEW_CALLS: Final = 8  # a day at least
BY_PHONE: Final = 0.3  # of the group invites
NEW_BY_WECHAT: Final = 0.1
GROUP_EVERY: Final = 5  # days: each offer has a group of its own
ADDS_WECHAT: Final = 0.4

# The shares of connected, no answer, rejected, busy, off and invalid.
_STRANGERS: Final = (0.43, 0.30, 0.08, 0.06, 0.06, 0.07)
_ACQUAINTED: Final = (0.74, 0.16, 0.01, 0.05, 0.035, 0.005)
_WRONG_NUMBERS: Final = (0.40, 0.15, 0.05, 0.03, 0.03, 0.34)
# From grade A, B, C and D: the shares of the next grade when reached again.
_MOVES: Final = np.array(
    [[0.955, 0.03, 0.005, 0.01], [0.05, 0.85, 0.07, 0.03], [0.03, 0.10, 0.75, 0.12], [0, 0.05, 0.10, 0.85]]
)
_KEEN_THEY_SAY: Final = 0.04  # of those nobody has reached: A by hearsay


@dataclass(frozen=True)
class Goal:
    """What an assistant gets done on one day."""

    calls: int
    invites: int
    visits: int


class Workday:
    """One assistant with a book, and the chances that make each day."""

    def __init__(self, assistant: Assistant, profile: Profile, book: Book, rng: np.random.Generator) -> None:
        self._person, self._profile, self._book, self._rng = assistant, profile, book, rng
        self._diary = Diary(assistant, profile, book, rng)
        self._moves = np.cumsum(np.vstack([_MOVES, profile.first]), axis=1)

    def work(self, day: int, goal: Goal) -> tuple[Columns, Columns]:
        """Return the calls and the invites of one day."""
        book = self._book
        book.settle(day)
        who, once = self._whom(day, goal.calls)
        outcome = self._outcomes(who, once)
        self._regrade(day, who[:once], outcome[:once])
        group_rows, visit_rows = self._agree(day, who[:once], outcome[:once], goal)
        written = self._write(day, goal.invites - len(group_rows), who)
        book.touched[who] = book.touched[written] = day
        calls = self._diary.calls(day, who, outcome, group_rows, visit_rows)
        agreed_rows = np.union1d(group_rows, visit_rows)
        in_group, visits = np.isin(agreed_rows, group_rows), np.isin(agreed_rows, visit_rows)
        agreed = np.where(in_group & visits, Agreed.BOTH, np.where(visits, Agreed.VISIT, Agreed.GROUP))
        by_phone = self._diary.invites(day, who[agreed_rows], agreed, calls["visit_day"][agreed_rows])
        nobody = np.full(len(written), -1)
        by_wechat = self._diary.invites(day, written, np.full(len(written), Agreed.GROUP), nobody)
        by_phone["by_phone"], by_wechat["by_phone"] = np.ones_like(agreed), np.zeros_like(nobody)
        return calls, {name: np.concatenate([by_phone[name], by_wechat[name]]) for name in by_phone}

    def _whom(self, day: int, calls: int) -> tuple[Ints, int]:
        """Return whom to call, and how many of these calls are the first to their customer that day."""
        book, rng = self._book, self._rng
        once = round(calls * 0.72) if self._person.role == "repeats" else calls
        open_ = rng.permutation(book.open(day))
        open_ = open_[book.has_phone[open_] == 1]
        waited = (day - book.touched[open_]) / np.array((*self._profile.again, 6, 20))[book.grade[open_]]
        strong = book.grade[open_] <= Grade.B
        due = open_[strong & (waited >= 1)]
        due = due[np.argsort(-waited[strong & (waited >= 1)])][: once - NEW_CALLS]
        weak = open_[~strong & (waited >= 1)][: round((once - len(due)) * self._profile.weak_again)]
        new = book.meet(once - len(due) - len(weak), day, by_phone=True)
        who = rng.permutation(np.concatenate([due, weak, new]))
        return np.concatenate([who, rng.choice(who, calls - once, replace=False)]), once

    def _outcomes(self, who: Ints, once: int) -> Ints:
        strangers = _WRONG_NUMBERS if self._person.role == "wrong_numbers" else _STRANGERS
        drawn = [self._rng.choice(len(Outcome), len(who), p=shares) for shares in (strangers, _ACQUAINTED)]
        outcome = np.where(self._book.reached[who] == 1, drawn[1], drawn[0])
        outcome[once:] = Outcome.NO_ANSWER
        return outcome

    def _regrade(self, day: int, who: Ints, outcome: Ints) -> None:
        book, rng = self._book, self._rng
        reached = outcome == Outcome.CONNECTED
        before = np.where(book.reached[who] == 1, book.grade[who], len(Grade))
        told = (rng.random((len(who), 1)) > self._moves[before, : Grade.D]).sum(axis=1)
        lost = (outcome == Outcome.REJECTED) | (outcome == Outcome.INVALID)
        hearsay = (book.met[who] == day) & (rng.random(len(who)) < _KEEN_THEY_SAY)
        unheard = np.where(hearsay & (book.reached[who] == 0), Grade.A, book.grade[who])
        book.grade[who] = np.where(reached, told, np.where(lost, Grade.D, unheard))
        book.reached[who[reached]] = 1
        book.on_wechat[who[reached & (rng.random(len(who)) < ADDS_WECHAT)]] = 1

    def _agree(self, day: int, who: Ints, outcome: Ints, goal: Goal) -> tuple[Ints, Ints]:
        """Return the rows of the calls in which a customer agrees to the group, and to a visit, the newest first."""
        book, rng = self._book, self._rng
        ready = np.flatnonzero((outcome == Outcome.CONNECTED) & (book.grade[who] != Grade.D))
        free = ready[(book.visits[who[ready]] < day) & (book.orders[who[ready]] == NEVER)]
        known_for = day - book.met[who[free]] + rng.exponential(8, len(free))
        visit_rows = free[np.argsort(known_for)][: goal.visits]
        outside = ready[book.in_group[who[ready]] <= day - GROUP_EVERY]
        group_rows = rng.permutation(outside)[: round(goal.invites * BY_PHONE)]
        book.grade[who[visit_rows[rng.random(len(visit_rows)) < 0.85]]] = Grade.A
        book.in_group[who[group_rows]] = day
        return group_rows, visit_rows

    def _write(self, day: int, count: int, called: Ints) -> Ints:
        """Return those who agree by WeChat: the strongest known ones first, and some new ones."""
        book, rng = self._book, self._rng
        open_ = rng.permutation(np.setdiff1d(book.open(day), called))
        free = (book.on_wechat[open_] == 1) & (book.in_group[open_] <= day - GROUP_EVERY)
        candidates = open_[free & (book.grade[open_] != Grade.D)]
        candidates = candidates[np.argsort(book.grade[candidates], kind="stable")]
        old = candidates[: round(count * (1 - NEW_BY_WECHAT))]
        written = np.concatenate([old, book.meet(count - len(old), day, by_phone=False)])
        book.in_group[written] = day
        return written
