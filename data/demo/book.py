"""One assistant's customers: what is known of each of them, in columns of equal length."""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np

from data.demo.codes import CUSTOMERS_A_DAY, NEVER, Columns, Grade, Ints
from data.demo.profiles import Profile

FORMER_LEADS: Final = 30  # of an assistant
LEADS_SINCE: Final = 60  # days before the first day
FORGOTTEN_FOR: Final = (9, 10, 12, 15)  # days

_FORMER_GRADES: Final = (0.4, 0.3, 0.2, 0.1)
_WHO_ORDER: Final = np.array([0.0, 0.25, 0.08, 0.02])  # grade A: as honest as the store


@dataclass
class Book:
    """All customers of one assistant, ``known`` of whom have been met; days are those of the columns' names."""

    customer: Ints
    grade: Ints
    met: Ints
    touched: Ints
    reached: Ints
    has_phone: Ints
    on_wechat: Ints
    in_group: Ints
    visits: Ints
    graded_there: Ints
    orders: Ints
    forgotten: Ints
    known: int = 0

    @classmethod
    def empty(cls, number: int, days: int) -> Self:
        """Return the book of assistant ``number`` with room for the customers of ``days`` days."""
        size = days * CUSTOMERS_A_DAY
        unknown = [np.full(size, -NEVER) for _ in range(3)]
        no = [np.zeros(size, int) for _ in range(4)]
        return cls(
            customer=number * size + np.arange(size),
            grade=np.full(size, Grade.C),
            met=unknown[0],
            touched=unknown[1],
            reached=no[0],
            has_phone=no[1],
            on_wechat=no[2],
            in_group=unknown[2],
            visits=np.full(size, -1),
            graded_there=np.full(size, -1),
            orders=np.full(size, NEVER),
            forgotten=no[3],
        )

    def meet(self, count: int, day: int, *, by_phone: bool) -> Ints:
        """Return the places of ``count`` customers who are new on ``day``."""
        new = np.arange(self.known, self.known + count)
        self.known += count
        self.met[new] = day
        self.has_phone[new], self.on_wechat[new] = by_phone, not by_phone
        return new

    def begin(self, number: int, profile: Profile, days: int, rng: np.random.Generator) -> Columns:
        """Return the leads from before the first day: whom, how they were graded, when they came and will order."""
        new = self.meet(FORMER_LEADS, 0, by_phone=True)
        self.grade[new] = rng.choice(len(Grade), len(new), p=_FORMER_GRADES)
        self.met[new] = self.touched[new] = -rng.integers(2, LEADS_SINCE, len(new))
        self.on_wechat[new] = self.customer[new] % 5 > 0
        self.reached[new] = 1
        chance = np.where(self.grade[new] == Grade.A, profile.strong, _WHO_ORDER[self.grade[new]])
        orders = np.where(rng.random(len(new)) < chance, rng.integers(1, days, len(new)), NEVER)
        self.orders[new] = orders
        return {
            "customer": self.customer[new],
            "assistant": np.full(len(new), number),
            "grade": self.grade[new],
            "day": self.met[new],
            "ordered_on": np.where(orders == NEVER, -1, orders),
        }

    def open(self, day: int) -> Ints:
        """Return the places of those who have not ordered by ``day`` and whom nobody has forgotten."""
        return np.flatnonzero((self.orders[: self.known] > day) & (self.forgotten[: self.known] == 0))

    def strong(self, day: int) -> Ints:
        """Return the places of the open customers of grade A and B."""
        open_ = self.open(day)
        return open_[self.grade[open_] <= Grade.B]

    def settle(self, day: int) -> None:
        """Grade those who came by ``day`` and went without an order as they were graded in the store."""
        came = np.flatnonzero((self.graded_there[: self.known] >= 0) & (self.visits[: self.known] <= day))
        self.grade[came] = self.graded_there[came]
        self.touched[came] = np.maximum(self.touched[came], self.visits[came])
        self.graded_there[came] = -1

    def forget(self, day: int, count: int, rng: np.random.Generator) -> None:
        """Never think of ``count`` of the strong customers again."""
        idle = self.strong(day)
        idle = idle[(self.orders[idle] == NEVER) & (self.visits[idle] < day)]
        self.forgotten[rng.permutation(idle)[:count]] = 1

    def take_over(self, other: "Book", places: Ints) -> None:
        """Take the customers at ``places`` over from a colleague's book."""
        new = np.arange(self.known, self.known + len(places))
        self.known += len(places)
        for name, values in vars(self).items():
            if name != "known":
                values[new] = getattr(other, name)[places]
