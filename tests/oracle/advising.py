"""The answers to the questions what to do with each customer, as rows."""

from datetime import date, timedelta
from typing import Any

from tests.oracle.funnel import Answer
from tests.oracle.grades import held_by
from tests.oracle.imported import Standing
from tests.oracle.segments import cut_off, named
from tests.oracle.value import tiered
from tests.oracle.world import World
from tests.oracle.worth import NOTHING, Worth, orders_of, revenue_of, worths

ADVICE = ("keep", "grow", "reshape", "let_go")


def in_tier(world: World, first: date, last: date, assistant: str | None, tier: str | None, most: int) -> Answer:
    """Who is in a tier, None: in any."""
    rows = [
        named(world, one.customer)
        | {"place": place, "tier": name, "revenue_cny": one.revenue, "contribution_cny": one.contribution}
        | {"orders": orders_of(one.lines)}
        for one, place, name in tiered(world, first, last)
        if tier in (None, name) and held_by(one.customer, assistant)
    ]
    return cut_off(rows, most)


def negative(world: World, first: date, last: date, assistant: str | None, most: int) -> Answer:
    """Who costs more than it brings, the worst first."""
    of = [one for one in worths(world, first, last, assistant) if one.contribution < 0]
    rows = []
    for one in sorted(of, key=lambda one: (one.contribution, one.place)):
        row = named(world, one.customer) | {"contribution_cny": one.contribution, "revenue_cny": one.revenue}
        row |= {f"{name}_cny": amount for name, amount in one.costs.items()}
        rows.append(row | {"largest_cost": one.largest_cost, "below_cost_cny": one.below_cost})
    for row in rows:
        del row["last_touch_on"]
    return cut_off(rows, most)


def _advised(world: World, first: date, last: date, assistant: str | None) -> list[tuple[Worth, dict[str, Any]]]:
    """Return what to do with each, best first, with what speaks for it."""
    lately: dict[tuple[str, int | None], list[Standing]] = {}
    for row in world.of("orders", last - timedelta(179), last):
        lately.setdefault((row.cells["store"], row.customer), []).append(row)
    found = []
    for one, _, tier in tiered(world, first, last):
        if not held_by(one.customer, assistant):
            continue
        own = lately.get(one.place, [])
        recent = revenue_of(row for row in own if row.cells["date"] > last - timedelta(90))
        before = revenue_of(own) - recent
        if one.contribution < 0:
            said = "let_go", one.largest_cost
        elif tier != "other_80":
            said = "keep", "top_20"
        elif recent > before:
            said = "grow", "rising"
        else:
            said = "reshape", ("falling" if recent < before else "level") if own else "silent"
        found.append((one, {"advice": said[0], "reason": said[1], "last_90_cny": recent, "before_90_cny": before}))
    return found


def advice(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """How many get which advice, and why."""
    found: dict[tuple[str, str], list[Worth]] = {}
    for one, said in _advised(world, first, last, assistant):
        found.setdefault((said["advice"], said["reason"]), []).append(one)
    places = sorted(found, key=lambda place: (ADVICE.index(place[0]), -len(found[place]), place[1]))
    return [
        {
            "advice": place[0],
            "reason": place[1],
            "customers": len(found[place]),
            "revenue_cny": sum((one.revenue for one in found[place]), NOTHING),
            "contribution_cny": sum((one.contribution for one in found[place]), NOTHING),
        }
        for place in places
    ]


def advised(world: World, first: date, last: date, assistant: str | None, advice: str | None, most: int) -> Answer:
    """Who gets an advice, None: any."""
    rows = [
        named(world, one.customer) | {"revenue_cny": one.revenue, "contribution_cny": one.contribution} | said
        for one, said in _advised(world, first, last, assistant)
        if advice in (None, said["advice"])
    ]
    return cut_off(rows, most)
