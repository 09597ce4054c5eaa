"""The answers to the questions what the customers are worth together, as rows."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import Any

from tests.oracle.funnel import Answer, last_of_all
from tests.oracle.grades import held_by
from tests.oracle.imported import Standing
from tests.oracle.world import World
from tests.oracle.worth import (
    NOTHING,
    Worth,
    best_first,
    cost_of,
    counts_leads,
    is_sale,
    order_of,
    orders_of,
    revenue_of,
    share,
    share_of_best,
    worths,
)

TIERS = ("top_1", "next_4", "next_15", "other_80")
POINTS = 190


def summary(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """Everything together; nothing is said of no stores."""
    of = worths(world, first, last, assistant)
    lines = [row for one in of for row in one.lines]
    unnamed = [row for row in world.of("orders", first, last) if row.customer is None]
    contributions = [one.contribution for one in of]
    total, peak = sum(contributions, NOTHING), sum((value for value in contributions if value > 0), NOTHING)
    return [
        {
            "customers": len(of),
            "revenue_cny": revenue_of(lines),
            **_concentration([one.counted for one in best_first(of, lambda one: one.counted)]),
            "contribution_cny": total,
            "peak_share": share(peak, total) if total > 0 else None,
            "negative_customers": sum(value < 0 for value in contributions),
            "peak_cny": peak,
            "peak_customers": sum(value > 0 for value in contributions),
            "orders": sum(orders_of(one.lines) for one in of),
            "refunds_cny": sum((one.costs["refunds"] for one in of), NOTHING),
            "refunded_customers": sum(one.revenue < 0 for one in of),
            "lines": len(lines),
            "lines_with_cost": sum(row.cells["cost"] is not None for row in lines),
            "customers_with_cost": sum(any(row.cells["cost"] is not None for row in one.lines) for one in of),
            "leads_counted": any(counts_leads(world, store, last) for store in world.stores),
            "unnamed_orders": len({(row.cells["store"], order_of(row)) for row in unnamed if is_sale(row)}),
            "unnamed_cny": revenue_of(unnamed),
        }
    ]


def _concentration(values: list[Decimal]) -> dict[str, Any]:
    """How much hangs on a few: values best first, none below zero. Gini by all pairs of customers."""
    n, total = len(values), sum(values, NOTHING)
    if not total:
        return {"top20_share": None, "k80": None, "gini": None}
    pairs = sum((one - other for place, one in enumerate(values) for other in values[place:]), NOTHING)
    return {
        "top20_share": share_of_best(values),
        "k80": next(place for place, value in enumerate(accumulate(values), 1) if value * 5 >= total * 4),
        "gini": Fraction(pairs) / Fraction(total) / (n - 1) if n >= 10 else None,
    }


def curve(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """The points of both curves, of many customers only some."""
    of = worths(world, first, last, assistant)
    rows: Answer = []
    for name in ("lorenz", "whale"):
        values = sorted((one.counted if name == "lorenz" else one.contribution for one in of), reverse=True)
        n, total = len(values), sum(values, NOTHING)
        kept = {0, 1, sum(value > 0 for value in values), -(-n // 5)} | {-(-step * n // POINTS) for step in range(191)}
        for place, value in enumerate(accumulate(values, initial=NOTHING)):
            if n and place in kept:
                row = {"curve": name, "customers": place, "customers_share": Fraction(place, n), "value_cny": value}
                rows.append(row | {"value_share": share(value, total) if total > 0 else None})
    return rows


def tiered(world: World, first: date, last: date) -> list[tuple[Worth, int, str]]:
    """Return everybody best first, with place and tier."""
    of = best_first(worths(world, first, last), lambda one: one.revenue)
    ends = [-(-len(of) * percent // 100) for percent in (1, 5, 20)]
    return [(one, place, TIERS[sum(place > end for end in ends)]) for place, one in enumerate(of, 1)]


def tiers(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """The tiers, and who has no order line in the days, with one before or without."""
    found = tiered(world, first, last)
    rows: Answer = []
    for tier in TIERS:
        of = [one for one, _, name in found if name == tier and held_by(one.customer, assistant)]
        row = {"tier": tier, "customers": len(of), "revenue_cny": sum((one.revenue for one in of), NOTHING)}
        row |= {"contribution_cny": sum((one.contribution for one in of), NOTHING)}
        row |= {"orders": sum(orders_of(one.lines) for one in of)}
        rows.append(row | {"lowest_cny": min((one.revenue for one in of), default=None)})
    bought = {(row.cells["store"], row.customer) for row in world.of("orders", last=last)}
    recent = {one.place for one, *_ in found}
    base = [
        place in bought
        for place, one in world.customers.items()
        if one.has("met", last) and place not in recent and held_by(one, assistant)
    ]
    nothing = {"revenue_cny": NOTHING, "contribution_cny": NOTHING, "orders": 0, "lowest_cny": None}
    rows += [{"tier": "earlier", "customers": sum(base)} | nothing]
    return [*rows, {"tier": "none", "customers": len(base) - sum(base)} | nothing]


def cuts(world: World, first: date, last: date, assistant: str | None, cut: str) -> Answer:
    """What was sold and spent under each value; what is no order line has neither product, category nor region."""
    found: dict[tuple[str | None, str | None], dict[tuple[str, int], list[Standing]]] = {}
    for one in worths(world, first, last, assistant):
        for row in (*one.lines, *one.spent):
            is_line = row.kind == "orders"
            value = row.cells[cut] if is_line or cut in ("store", "assistant") else None
            under = found.setdefault((row.cells["store"] if cut == "assistant" else None, value), {})
            under.setdefault(one.place, []).append(row)
    rows = [{"store": store, "value": value} | _cut(list(under.values())) for (store, value), under in found.items()]
    return sorted(rows, key=lambda row: (-row["revenue_cny"], row["store"] or "", last_of_all(row["value"])))


def _cut(of_customers: list[list[Standing]]) -> dict[str, Any]:
    lines = [[row for row in rows if row.kind == "orders"] for rows in of_customers]
    revenue = [revenue_of(of) for of in lines if of]
    order_cost = sum((cost_of(row) for of in lines for row in of), NOTHING)
    spent = [row for rows in of_customers for row in rows if row.kind != "orders"]
    other_cost = sum((row.cells["cost"] or NOTHING for row in spent), NOTHING)
    return {
        "customers": len(revenue),
        "orders": sum(map(orders_of, lines)),
        "revenue_cny": sum(revenue, NOTHING),
        "order_cost_cny": order_cost,
        "other_cost_cny": other_cost,
        "contribution_cny": sum(revenue, NOTHING) - order_cost - other_cost,
        "top20_share": share_of_best(sorted((max(value, NOTHING) for value in revenue), reverse=True)),
    }
