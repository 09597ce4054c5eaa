"""The answers to the questions why sales changed, as rows."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import log
from typing import Any

from tests.oracle.funnel import Answer
from tests.oracle.grades import held_by
from tests.oracle.imported import Standing
from tests.oracle.world import World
from tests.oracle.worth import NOTHING, orders_of, revenue_of, share

PARTS = ("customers", "frequency", "ticket")


def _sold(world: World, first: date, last: date, assistant: str | None) -> list[Standing]:
    return [
        row
        for row in world.of("orders", first, last)
        if row.customer is not None and held_by(world.customers[row.cells["store"], row.customer], assistant)
    ]


def _factors(rows: Iterable[Standing]) -> tuple[Decimal, list[Any]]:
    """Return the sales, and what they are the product of; null without customers."""
    of: dict[tuple[str, int | None], list[Standing]] = {}
    for row in rows:
        of.setdefault((row.cells["store"], row.customer), []).append(row)
    orders = [count for count in map(orders_of, of.values()) if count]
    sales = revenue_of(row for lines in of.values() for row in lines)
    return sales, [Fraction(len(orders)), share(sum(orders), len(orders)), share(sales, sum(orders))]


def _bridge(before: list[Standing], now: list[Standing]) -> Answer:
    """Return the parts; the last one has what rounding leaves."""
    (sales_before, were), (sales, are) = _factors(before), _factors(now)
    can_split = sales > 0 and sales_before > 0
    changes = [sales - sales_before, NOTHING]
    if can_split:
        grown = log(sales / sales_before)
        mean = float(sales - sales_before) / grown if sales != sales_before else float(sales)
        exact = [Decimal(mean * log(one / other)) for one, other in zip(are[:2], were[:2], strict=True)]
        changes = [change.quantize(NOTHING, ROUND_HALF_UP) for change in exact]
    changes.append(sales - sales_before - sum(changes))
    whole = {"revenue_before_cny": sales_before, "revenue_cny": sales, "can_split": can_split}
    return [
        {"part": part, "change_cny": change, "before": was, "now": is_} | whole
        for part, change, was, is_ in zip(PARTS, changes, were, are, strict=True)
    ]


def decomposition(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """The bridge of all stores together."""
    start = first - (last - first) - timedelta(1)
    days = {"before_first": start, "before_last": first - timedelta(1)}
    days |= {"first_order_on": min((row.cells["date"] for row in world.of("orders")), default=None)}
    before, now = (_sold(world, *of, assistant) for of in ((start, days["before_last"]), (first, last)))
    return [row | days for row in _bridge(before, now)]


def store_decomposition(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """Every store's own bridge."""
    start = first - (last - first) - timedelta(1)
    rows: Answer = []
    found: dict[str, tuple[list[Standing], list[Standing]]] = {store: ([], []) for store in sorted(world.stores)}
    for place, days in enumerate(((start, first - timedelta(1)), (first, last))):
        for row in _sold(world, *days, assistant):
            found[row.cells["store"]][place].append(row)
    for store, (before, now) in found.items():
        rows += [{"store": store} | row for row in _bridge(before, now)]
    return rows
