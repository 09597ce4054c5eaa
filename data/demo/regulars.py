"""Customers from before the period: leads that were graded then, and those who have bought for a year and a half."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from data.demo.leads import SOURCES, lead_cost, needed
from data.demo.people import STORES
from data.demo.profiles import PROFILES
from data.demo.records import Record, contact, employed, moment, place, received_by, stream
from data.demo.rows import Chain
from data.demo.visits import Visit

FORMER_LEADS: Final = 150  # a store
LEADS_SINCE: Final = 60  # days before the first day
REGULARS: Final = 90  # a store
ORDERS_SINCE: Final = 540  # days before the first day

_GRADES: Final = ("A", "B", "C", "D")
_GRADE_SHARES: Final = (0.4, 0.3, 0.2, 0.1)
_WHO_ORDER: Final = (0.0, 0.25, 0.08, 0.02)  # grade A: as honest as the store
_WHO_ONLY_LOOK: Final = 0.3
_ORDERS: Final = (0.5, 0.25, 0.12, 0.08, 0.05)


@dataclass(frozen=True)
class Regular:
    """An old customer, and the days (before the first: negative) and amounts of all orders."""

    customer: int
    store: str
    orders: tuple[tuple[int, int], ...]


def former_leads(chain: Chain, seed: int, newcomers: Iterator[int]) -> tuple[list[Record], list[Visit]]:
    """Return leads of the two months before the period, and their visits and orders in it."""
    rng = stream(seed, "former leads")
    records: list[Record] = []
    visits: list[Visit] = []
    for store in STORES:
        staff = employed(chain, store, 0)
        for _ in range(FORMER_LEADS):
            customer, person = next(newcomers), staff[rng.integers(len(staff))]
            grade = int(rng.choice(len(_GRADES), p=_GRADE_SHARES))
            records.append(_lead(chain, rng, customer, -int(rng.integers(2, LEADS_SINCE)), _GRADES[grade]))
            records[-1] |= place(person)
            chance = PROFILES[store].strong if grade == 0 else _WHO_ORDER[grade]
            day, drawn = int(rng.integers(1, chain.days - 1)), rng.random()
            number = received_by(chain, person.number, day)
            if drawn < chance:
                amount = int(np.clip(rng.lognormal(8.4, 0.8), 900, 30000))
                visits.append(Visit(customer, number, day, "online", day, amount))
            elif drawn < chance + (1 - chance) * _WHO_ONLY_LOOK:
                visits.append(Visit(customer, number, day, "online"))
    return records, visits


def regulars(chain: Chain, seed: int, newcomers: Iterator[int]) -> list[Regular]:
    """Return the old customers of all stores; a few of them buy a hundred times as much as most."""
    rng = stream(seed, "regulars")
    found = []
    for store in STORES:
        for _ in range(REGULARS):
            size = np.clip(700 * (1 + rng.pareto(1.1)), 300, 120_000)
            count = 1 + int(rng.choice(len(_ORDERS), p=_ORDERS))
            days = sorted(rng.integers(-ORDERS_SINCE, -1, count).tolist())
            if count > 1 and rng.random() < 0.5:
                days.append(int(rng.integers(0, chain.days - 1)))  # comes back within the period
            orders = tuple((day, int(size * rng.uniform(0.6, 1.4))) for day in days)
            found.append(Regular(next(newcomers), store, orders))
    return found


def _lead(chain: Chain, rng: np.random.Generator, customer: int, day: int, grade: str) -> Record:
    source, on = tuple(SOURCES)[rng.integers(len(SOURCES))], moment(chain, day, int(rng.integers(32_000, 76_000)))
    return {
        "date": on,
        "source": source,
        **contact(chain, customer, wechat=customer % 5 > 0),
        "first_contact": "phone",
        "valid": 1,
        "got_wechat": int(customer % 5 > 0),
        "got_phone": 1,
        "needed_on": needed(on.date(), rng),
        "grade": f"{grade}{customer % 3 + 1}",
        "cost": lead_cost(source, rng),
        "product": chain.customers.product(customer),
    }
