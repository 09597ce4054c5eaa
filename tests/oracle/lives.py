"""The answers to the questions how far customers have come in their life with the shop, as rows."""

from datetime import date

from tests.oracle.funnel import Answer
from tests.oracle.grades import held_by
from tests.oracle.imported import Standing
from tests.oracle.known import Customer
from tests.oracle.lists import by_touch, listed
from tests.oracle.segments import cut_off
from tests.oracle.world import World
from tests.oracle.worth import NOTHING, orders_of, revenue_of

STAGES = ("potential", "target", "prospect", "customer", "loyal")
MEETS = ("visited", "invited")
IS_REACHED = ("valid", "connected", "agreed", "joined")


def _lives(world: World, day: date, assistant: str | None) -> list[tuple[Customer, str, list[Standing]]]:
    """Return everybody known by the day with the stage and the order lines up to then."""
    bought: dict[tuple[str, int | None], list[Standing]] = {}
    for row in world.of("orders", last=day):
        bought.setdefault((row.cells["store"], row.customer), []).append(row)
    brought = set()
    for row in world.of("referrals", last=day):
        store, (one, other) = row.cells["store"], (row.customers[who] for who in ("referrer", "referred"))
        sent = world.customers.get((store, other or 0))
        if one != other and sent and sent.has("ordered", day):
            brought.add((store, one))
    found = []
    for place, one in world.customers.items():
        if not (one.has("met", day) and held_by(one, assistant)):
            continue
        lines = bought.get(place, [])
        if orders_of(lines) > 1 or place in brought:
            stage = "loyal"
        elif one.has("ordered", day):
            stage = "customer"
        elif any(one.has(event, day) for event in MEETS) or one.letter(day) in ("A", "B"):
            stage = "prospect"
        else:
            stage = "target" if any(one.has(event, day) for event in IS_REACHED) else "potential"
        found.append((one, stage, lines))
    return found


def stages(world: World, day: date, assistant: str | None) -> Answer:
    """How many are at each stage, and what they have brought so far."""
    rows: Answer = []
    found = _lives(world, day, assistant)
    for stage in STAGES:
        of = [lines for _, name, lines in found if name == stage]
        revenue = sum(map(revenue_of, of), NOTHING)
        rows.append({"stage": stage, "customers": len(of), "orders": sum(map(orders_of, of)), "revenue_cny": revenue})
    return rows


def in_stage(world: World, day: date, assistant: str | None, life_stage: str, most: int) -> Answer:
    """Who is at a stage, those touched last first."""
    rows = [
        listed(world, one)
        | {"stage": stage, "grade": one.letter(day), "orders": orders_of(lines), "revenue_cny": revenue_of(lines)}
        for one, stage, lines in _lives(world, day, assistant)
        if stage == life_stage
    ]
    return cut_off(sorted(rows, key=by_touch), most)
