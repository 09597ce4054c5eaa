"""What was bought, what it cost the store, and what came back."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from data.demo.people import STORES
from data.demo.records import Record, contact, employed, moment, place, stream
from data.demo.regulars import Regular
from data.demo.rows import Chain
from data.demo.visits import Visit

BUY_MORE: Final = 0.13
RETURNED: Final = 0.06
BELOW_COST: Final = 0.05

_CATEGORIES: Final = {
    "冰箱": "家电", "洗衣机": "家电", "空调": "家电", "电视": "家电", "油烟机": "厨电", "热水器": "厨电",
    "沙发": "家具", "床垫": "家具", "衣柜": "家具", "餐桌": "家具",
}  # fmt: skip
_PRODUCTS: Final = tuple(_CATEGORIES)
_REGIONS: Final = ("城东花园", "江湾新村", "学府里", "湖畔家园", "站前小区", "开发区", "老城厢", "新港湾")


@dataclass(frozen=True)
class Purchase:
    """One order of one customer; days before the first are negative."""

    customer: int
    assistant: int
    day: int
    amount: int


def purchases(chain: Chain, seed: int, visits: list[Visit], regulars: list[Regular]) -> list[Purchase]:
    """Return all orders up to the last day; one buyer in eight furnishes the whole home a little later."""
    rng, today = stream(seed, "purchases"), chain.days - 1
    first = [
        Purchase(visit.customer, visit.assistant, visit.ordered_on, visit.amount)
        for visit in visits
        if 0 <= visit.ordered_on <= today
    ]
    more = [
        replace(
            one,
            day=one.day + int(rng.integers(3, 40)),
            amount=int(np.clip(28_000 * (1 + rng.pareto(1.6)), 0, 300_000)),
        )
        for one in first
        if rng.random() < BUY_MORE
    ]
    old = [
        Purchase(regular.customer, staff[rng.integers(len(staff))].number, day, amount)
        for regular in regulars
        for day, amount in regular.orders
        for staff in (employed(chain, regular.store, day),)
    ]
    return [*first, *(one for one in more if one.day <= today and _still_there(chain, one)), *old]


def order_records(chain: Chain, seed: int, bought: list[Purchase]) -> list[Record]:
    """Return the lines of the orders log, sales and refunds; no refund comes on the last day."""
    rng = stream(seed, "orders")
    records: list[Record] = []
    for number, one in enumerate(sorted(bought, key=lambda one: (one.day, one.assistant, one.customer))):
        lines = _lines(chain, rng, one, number)
        records += lines
        back = one.day + int(rng.integers(3, 21))
        if rng.random() < RETURNED and back < chain.days - 1:
            # Half of the time the goods come back damaged: the store keeps their cost.
            kept = rng.random() < 0.5
            # A line of its own: under the sale's number, a refund would take the sale's place.
            for line_no, line in enumerate(lines if rng.random() < 0.7 else lines[:1], len(lines) + 1):
                cost = None if kept else -int(str(line["cost"]))
                sign = -1 if number % 2 else 1  # half write a minus, half the word
                at, amount = moment(chain, back, 15 * 3600), sign * int(str(line["amount"]))
                refund: Record = {"date": at, "line": str(line_no), "kind": "refund", "cost": cost, "amount": amount}
                records.append(line | refund)
    return records


def _lines(chain: Chain, rng: np.random.Generator, one: Purchase, number: int) -> list[Record]:
    person = chain.people[one.assistant]
    at = moment(chain, one.day, int(rng.integers(10 * 3600, 17 * 3600 + 1800)))
    two = one.amount > 2000 and rng.random() < 0.3
    part = round(one.amount * float(rng.uniform(0.5, 0.85))) if two else one.amount
    wanted = chain.customers.product(one.customer)
    products = [wanted, _PRODUCTS[rng.integers(len(_PRODUCTS))]]
    margin = rng.uniform(-0.25, -0.02) if rng.random() < BELOW_COST else rng.uniform(0.16, 0.4)
    return [
        {
            "date": at,
            "order_id": f"D{at:%Y%m%d}{STORES.index(person.store) + 1:02d}{number % 10_000:04d}",
            "line": str(line),
            **place(person),
            **contact(chain, one.customer),
            "product": product,
            "category": _CATEGORIES[product],
            "region": _REGIONS[one.customer % len(_REGIONS)],
            "quantity": 1 + int(amount > 30_000),
            "amount": amount,
            "cost": round(amount * (1 - float(margin))),
            "kind": "sale",
        }
        for line, (product, amount) in enumerate(zip(products, (part, one.amount - part), strict=True), 1)
        if amount
    ]


def _still_there(chain: Chain, one: Purchase) -> bool:
    return chain.people[one.assistant].employed(chain.day(one.day))
