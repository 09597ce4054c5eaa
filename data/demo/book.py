"""One assistant's customers, and what happens to them on a day."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from data.demo.codes import CUSTOMERS_A_DAY, Agreed, Columns, Grade, Ints, Outcome
from data.demo.people import Assistant

_OUTCOME_SHARES: Final = (0.62, 0.19, 0.07, 0.05, 0.04, 0.03)
_WRONG_NUMBER_SHARES: Final = (0.40, 0.15, 0.05, 0.03, 0.03, 0.34)
_GRADES_WHEN_REACHED: Final = (0.02, 0.5, 0.33, 0.15)
_WISH_TO_CALL_AGAIN: Final = np.array([8.0, 4.0, 1.0, 0.1])
_OPENS, _CLOSES = 9 * 3600 + 1800, 18 * 3600
_RUSH_OPENS, _RUSH_CLOSES = 19 * 3600 + 1860, 19 * 3600 + 3000


@dataclass(frozen=True)
class Goal:
    """What an assistant gets done on one day."""

    calls: int
    invites: int
    visits: int


class Book:
    """One assistant's customers so far, and the chances that make each day."""

    def __init__(self, assistant: Assistant, days: int, rng: np.random.Generator) -> None:
        self._role, self._number, self._rng = assistant.role, assistant.number, rng
        size = days * CUSTOMERS_A_DAY
        self._first_customer = assistant.number * size
        self._known = 0
        self._grade = np.full(size, Grade.C)
        self._touched = np.full(size, -1)
        self._on_wechat = np.zeros(size, bool)
        self._in_group = np.zeros(size, bool)
        self._bought = np.zeros(size, bool)

    def work(self, day: int, goal: Goal) -> tuple[Columns, Columns]:
        """Return the calls and the invites of one day."""
        who, once = self._whom(day, goal.calls)
        outcome = self._outcomes(goal.calls, once)
        self._regrade(who[:once], outcome[:once])
        group_rows, visit_rows = self._agree(who[:once], outcome[:once], goal)
        written = self._write(goal.invites - len(group_rows), who)
        self._touched[who] = self._touched[written] = day
        calls = self._calls(day, who, outcome, group_rows, visit_rows)
        agreed_rows = np.union1d(group_rows, visit_rows)
        in_group, visits = np.isin(agreed_rows, group_rows), np.isin(agreed_rows, visit_rows)
        agreed = np.where(in_group & visits, Agreed.BOTH, np.where(visits, Agreed.VISIT, Agreed.GROUP))
        by_phone = self._invites(day, who[agreed_rows], agreed, calls["visit_day"][agreed_rows])
        nobody = np.full(len(written), -1)
        by_wechat = self._invites(day, written, np.full(len(written), Agreed.GROUP), nobody)
        by_phone["by_phone"], by_wechat["by_phone"] = np.ones_like(agreed), np.zeros_like(nobody)
        return calls, {name: np.concatenate([by_phone[name], by_wechat[name]]) for name in by_phone}

    def _whom(self, day: int, calls: int) -> tuple[Ints, int]:
        """Return whom to call, and how many of these calls are the first to their customer that day."""
        once = round(calls * 0.72) if self._role == "repeats" else calls
        touched = self._touched[: self._known]
        waiting = np.flatnonzero((touched <= day - 2) & (touched >= day - 30) & ~self._bought[: self._known])
        wish = _WISH_TO_CALL_AGAIN[self._grade[waiting]]
        again = min(len(waiting), round(once * 0.55))
        old = self._rng.choice(waiting, again, replace=False, p=wish / wish.sum()) if again else waiting
        who = self._rng.permutation(np.concatenate([old, self._new(once - again)]))
        return np.concatenate([who, self._rng.choice(who, calls - once, replace=False)]), once

    def _new(self, count: int) -> Ints:
        self._known += count
        return np.arange(self._known - count, self._known)

    def _outcomes(self, calls: int, once: int) -> Ints:
        shares = _WRONG_NUMBER_SHARES if self._role == "wrong_numbers" else _OUTCOME_SHARES
        outcome = self._rng.choice(len(Outcome), calls, p=shares)
        outcome[once:] = Outcome.NO_ANSWER
        return outcome

    def _regrade(self, who: Ints, outcome: Ints) -> None:
        drawn = self._rng.choice(len(Grade), len(who), p=_GRADES_WHEN_REACHED)
        stays = (self._touched[who] >= 0) & (self._rng.random(len(who)) < 0.6)
        told = np.where(stays, self._grade[who], drawn)
        lost = (outcome == Outcome.REJECTED) | (outcome == Outcome.INVALID)
        self._grade[who] = np.where(outcome == Outcome.CONNECTED, told, np.where(lost, Grade.D, self._grade[who]))
        self._on_wechat[who[(outcome == Outcome.CONNECTED) & (self._rng.random(len(who)) < 0.4)]] = True

    def _agree(self, who: Ints, outcome: Ints, goal: Goal) -> tuple[Ints, Ints]:
        """Return the rows of the calls in which a customer agrees to the group, and to a visit."""
        ready = np.flatnonzero((outcome == Outcome.CONNECTED) & (self._grade[who] != Grade.D))
        visit_rows = self._rng.permutation(ready)[: goal.visits]
        outside = ready[~self._in_group[who[ready]]]
        group_rows = self._rng.permutation(outside)[: round(goal.invites * 0.6)]
        self._grade[who[visit_rows]] = Grade.A
        self._in_group[who[group_rows]] = True
        return group_rows, visit_rows

    def _write(self, count: int, called: Ints) -> Ints:
        """Return those who agree by WeChat: half of them known already where possible, the others new."""
        candidates = np.flatnonzero(self._on_wechat[: self._known] & ~self._in_group[: self._known])
        old = self._rng.permutation(np.setdiff1d(candidates, called))[: count // 2]
        written = np.concatenate([old, self._new(count - len(old))])
        self._on_wechat[written] = True
        self._in_group[written] = True
        self._grade[written] = np.minimum(self._grade[written], self._rng.choice((Grade.B, Grade.C), len(written)))
        return written

    def _calls(self, day: int, who: Ints, outcome: Ints, group_rows: Ints, visit_rows: Ints) -> Columns:
        rng, count, reached = self._rng, len(who), outcome == Outcome.CONNECTED
        at = rng.integers(_OPENS, _CLOSES, count)
        if self._role == "last_minute":
            at = np.where(rng.random(count) < 0.78, rng.integers(_RUSH_OPENS, _RUSH_CLOSES, count), at)
        duration = np.clip(rng.lognormal(4.5, 0.7, count), 12, 900).astype(int)
        if self._role == "short":
            duration = np.where(rng.random(count) < 0.45, rng.integers(2, 10, count), duration)
        group, visit = np.where(reached, 0, -1), np.where(reached, 0, -1)
        group[group_rows], visit[visit_rows] = 1, 1
        return {
            "day": np.full(count, day),
            "assistant": np.full(count, self._number),
            "customer": self._first_customer + who,
            "second": np.sort(at),
            "outcome": outcome,
            "duration": np.where(reached, duration, -1),
            "grade": self._grade[who],
            "wechat": np.where(reached, self._on_wechat[who], -1),
            "group": group,
            "visit": visit,
            "visit_day": np.where(visit == 1, day + rng.integers(1, 9, count), -1),
        }

    def _invites(self, day: int, who: Ints, agreed: Ints, visit_day: Ints) -> Columns:
        rng, count = self._rng, len(who)
        visited = (visit_day >= 0) & (rng.random(count) < 0.58)
        closed = visited & (rng.random(count) < 0.4)
        self._bought[who[closed]] = True
        amount = np.clip(rng.lognormal(8.7, 0.8, count), 1200, 30000).astype(int)
        return {
            "day": np.full(count, day),
            "assistant": np.full(count, self._number),
            "customer": self._first_customer + who,
            "grade": self._grade[who],
            "agreed_to": agreed,
            "joined": np.where(agreed == Agreed.VISIT, -1, rng.random(count) < 0.78),
            "next_day": day + rng.integers(2, 8, count),
            "visited_day": np.where(visited, visit_day, -1),
            "closed_day": np.where(closed, visit_day + rng.choice((0, 0, 2, 5), count), -1),
            "amount": np.where(closed, amount, -1),
        }
