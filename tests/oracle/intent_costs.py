"""The answer to the question what a new A or B customer costs, as rows."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.oracle.funnel import Answer, cents
from tests.oracle.known import Customer
from tests.oracle.world import World

Side = dict[str, Any]  # what the leads of some days cost, and whom they won
NOTHING: Side = dict.fromkeys(("leads", "leads_with_cost", "cost_cny", "intent", "per_intent_cny"))


def cost(world: World, first: date, last: date) -> Answer:
    """What each store's new A and B customers cost, against its baseline month."""
    rows = []
    for store in sorted(world.stores):
        month = world.rules.value("baseline_month", store, last)
        begun = date.fromisoformat(f"{month}-01") if month else None
        over = (begun + timedelta(31)).replace(day=1) - timedelta(1) if begun else None
        now = _side(world, store, first, last)
        before = _side(world, store, begun, over) if begun and over else NOTHING
        target = world.rules.share("saving_target", store, last)
        state, saving = _obstacle(now, before, first, over), None
        if state is None:
            saving = 1 - Fraction(now["cost_cny"]) * before["intent"] / (Fraction(before["cost_cny"]) * now["intent"])
            state = "no_target" if target is None else "pass" if saving >= target else "below"
        row = {"store": store, "baseline_month": begun, "saving": saving, "saving_target": target, "state": state}
        rows.append(row | now | {f"baseline_{name}": value for name, value in before.items()})
    return rows


def _obstacle(now: Side, before: Side, first: date, over: date | None) -> str | None:
    """Return why there is no verdict: a cost that nobody wrote is not 0."""
    if over is None:
        return "no_baseline"
    if over >= first:
        return "baseline_late"
    sides = now, before
    if any(not side["leads_with_cost"] for side in sides):
        return "cost_unknown"
    if any(side["leads_with_cost"] < side["leads"] for side in sides):
        return "cost_gaps"
    if any(not side["intent"] for side in sides):
        return "nobody_new"
    return None if before["cost_cny"] else "baseline_free"


def _side(world: World, store: str, first: date, last: date) -> Side:
    costs = [row.cells["cost"] for row in world.of("leads", first, last) if row.cells["store"] == store]
    known = [cost for cost in costs if cost is not None]
    since = [_strong_since(one) for one in world.customers.values() if one.store == store]
    intent, spent = sum(day is not None and first <= day <= last for day in since), sum(known) if known else None
    per_intent = cents(Fraction(spent) / intent) if spent is not None and intent else None
    found = len(costs), len(known), spent, intent, per_intent
    return dict(zip(NOTHING, found, strict=True))


def _strong_since(one: Customer) -> date | None:
    """Return the first day that ended with a customer graded A or B."""
    return next((day for day, _ in one.said.get("grade", ()) if one.letter(day) in ("A", "B")), None)
