"""Who comes to the stores, and what comes of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from data.demo.codes import Grade
from data.demo.people import STORES
from data.demo.profiles import PROFILES
from data.demo.records import Record, contact, employed, moment, place, received_by, stream
from data.demo.rows import Chain

WALK_INS_A_DAY: Final = 0.5
WALK_INS_A_WEEKEND_DAY: Final = 1.6
WALK_INS_WHO_BUY: Final = 0.25
FRESH: Final = 6  # days

_REASONS: Final = ("价格", "款式", "家人不同意", "交期", "在比较别家")


@dataclass(frozen=True)
class Visit:
    """One visit, and the grade given there; ``ordered_on`` is the day of the order it led to, or -1."""

    customer: int
    assistant: int
    day: int
    source: str
    grade: str
    ordered_on: int = -1
    amount: int = 0


def invited_visits(chain: Chain) -> list[Visit]:
    """Return the visits up to the last day that the invites tell of."""
    invites, today = chain.activity.invites, chain.days - 1
    came = (invites["visited_day"] >= 0) & (invites["visited_day"] <= today)
    names = ("customer", "assistant", "visited_day", "graded_there", "closed_day", "amount")
    rows = zip(*(invites[name][came].tolist() for name in names), strict=True)
    visits = []
    for customer, assistant, day, there, closed, amount in rows:
        grade, number = "A" if there < 0 else Grade(there).name, received_by(chain, assistant, day)
        bought = (closed, amount) if 0 <= closed <= today else ()
        visits.append(Visit(customer, number, day, "invited", grade, *bought))
    return visits


def graded(rng: np.random.Generator, day: int, chain: Chain, *, buys: bool) -> str:
    """Return the grade of a visitor whom nobody follows up: one who was strong some days ago is not any more."""
    if buys:
        return "A"
    return "B" if day >= chain.days - FRESH and rng.random() < 0.5 else str(rng.choice(["C", "C", "D"]))


def walk_ins(chain: Chain, seed: int, newcomers: Iterator[int]) -> list[Visit]:
    """Return the visits of people nobody invited, most of them at weekends; small orders if any."""
    rng, found = stream(seed, "walk-ins"), []
    for store in STORES:
        for day in range(chain.days):
            weekend = chain.day(day).weekday() >= 5
            for _ in range(rng.poisson(WALK_INS_A_WEEKEND_DAY if weekend else WALK_INS_A_DAY)):
                staff = employed(chain, store, day)
                buys = rng.random() < WALK_INS_WHO_BUY
                amount = int(np.clip(rng.lognormal(6.4, 0.8), 80, 6000)) if buys else 0
                person = staff[rng.integers(len(staff))].number
                grade = graded(rng, day, chain, buys=buys)
                found.append(Visit(next(newcomers), person, day, "walk_in", grade, day if buys else -1, amount))
    return found


def visit_records(chain: Chain, seed: int, visits: list[Visit]) -> list[Record]:
    """Return the rows of the visits log."""
    rng, records = stream(seed, "visit records"), []
    for visit in visits:
        person = chain.people[visit.assistant]
        profile, closed = PROFILES[person.store], visit.ordered_on == visit.day
        gift = visit.ordered_on < 0 and rng.random() < profile.gifts
        drawn = "价格" if rng.random() < profile.price else _REASONS[rng.integers(1, len(_REASONS))]
        reason = None if closed or gift or rng.random() < profile.unsaid else drawn
        records.append(
            {
                "date": moment(chain, visit.day, int(rng.integers(9 * 3600 + 1800, 17 * 3600 + 1800))),
                **place(person),
                **contact(chain, visit.customer),
                "source": visit.source,
                "grade": f"{'D' if gift else visit.grade}1",
                "product": chain.customers.product(visit.customer),
                "closed": int(closed),
                "amount": visit.amount if closed else None,
                "lost_reason": "再考虑" if visit.ordered_on > visit.day else reason,
                "gift_only": int(gift),
            }
        )
    return records
