"""Customers from before the period: leads that were graded then, and those who have bought for a year and a half."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from data.demo.codes import Grade
from data.demo.people import STORES
from data.demo.records import Record, contact, moment, place, received_by, stream
from data.demo.rows import Chain
from data.demo.sources import drawn_source, needed
from data.demo.visits import Visit

REGULARS: Final = 90  # a store
ORDERS_SINCE: Final = 540  # days before the first day

_ORDERS: Final = (0.5, 0.25, 0.12, 0.08, 0.05)


@dataclass(frozen=True)
class Regular:
    """An old customer, and the days (before the first: negative) and amounts of all orders."""

    customer: int
    store: str
    orders: tuple[tuple[int, int], ...]


def former_leads(chain: Chain, seed: int) -> tuple[list[Record], list[Visit]]:
    """Return leads of the two months before the period, and the visits on which some of them order in it."""
    rng = stream(seed, "former leads")
    columns = (values.tolist() for values in chain.activity.former.values())
    records: list[Record] = []
    visits: list[Visit] = []
    for customer, assistant, grade, day, ordered_on in zip(*columns, strict=True):
        records.append(_lead(chain, rng, customer, day, Grade(grade).name, came=ordered_on >= 0))
        records[-1] |= place(chain.people[assistant])
        if ordered_on >= 0:
            amount = int(np.clip(rng.lognormal(8.4, 0.8), 900, 30000))
            number = received_by(chain, assistant, ordered_on)
            visits.append(Visit(customer, number, ordered_on, "online", "A", ordered_on, amount))
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
                days.append(int(rng.integers(0, chain.days)))  # comes back within the period
            orders = tuple((day, int(size * rng.uniform(0.6, 1.4))) for day in days)
            found.append(Regular(next(newcomers), store, orders))
    return found


def _lead(chain: Chain, rng: np.random.Generator, customer: int, day: int, grade: str, *, came: bool) -> Record:
    on, on_wechat = moment(chain, day, int(rng.integers(32_000, 76_000))), int(customer % 5 > 0)
    return {
        "date": on,
        **drawn_source(rng, came=came),
        **contact(chain, customer, wechat=customer % 5 > 0),
        "first_contact": "phone",
        "valid": 1,
        "got_wechat": on_wechat,
        "got_phone": 1,
        "needed_on": needed(on.date(), grade, rng),
        "grade": f"{grade}{customer % 3 + 1}",
        "product": chain.customers.product(customer),
    }
