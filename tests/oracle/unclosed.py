"""Who is left to win, as things stood on a day: whose they are, how long they wait, what they are worth."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tests.oracle.imported import Standing
from tests.oracle.known import Customer
from tests.oracle.staffing import leavers
from tests.oracle.world import World

LONG = 30  # days
Place = tuple[str, int]


@dataclass(frozen=True)
class Asset:
    """A customer without an order as things stood on a day. ``days`` are those without a touch."""

    customer: Customer
    holder: str
    grade: str | None
    touched_on: date | None
    days: int
    allowed: int
    value: Decimal | None
    reason: str

    @property
    def letter(self) -> str | None:
        return self.grade[0] if self.grade else None

    @property
    def counts_as(self) -> str:
        """The grade it is taken for: nobody's counts as C."""
        return self.letter or "C"

    @property
    def by_place(self) -> tuple[Any, ...]:
        return self.customer.store, self.customer.key

    @property
    def by_worth(self) -> tuple[Any, ...]:
        """Return what sorts the dearest first; nothing known of money last."""
        return self.value is None, -(self.value or 0)


def of_customers(rows: list[Standing]) -> dict[Place, list[Standing]]:
    """Return the rows by whom they are about."""
    found: dict[Place, list[Standing]] = {}
    for row in rows:
        if row.customer is not None:
            found.setdefault((row.cells["store"], row.customer), []).append(row)
    return found


def unclosed(world: World, day: date, assistant: str | None) -> list[Asset]:
    """Return everybody with a lead or touch, without an order, who is not junk; None: whoever holds them."""
    leads = of_customers(world.of("leads", last=day))
    counts = of_customers(world.of("group_members", last=day))
    gone = leavers(world, day)
    found = []
    for one in world.open(day):
        place = one.store, one.key
        if (one.has("lead", day) or one.has("touch", day)) and not _is_junk(
            one, leads.get(place, []), counts.get(place, []), day
        ):
            asset = _asset(world, one, leads.get(place, []), day, gone)
            if assistant in (None, asset.holder):
                found.append(asset)
    return found


def _is_junk(one: Customer, leads: list[Standing], counts: list[Standing], day: date) -> bool:
    latest = max((row.cells["date"] for row in counts), default=None)
    if any(row.cells["junk_reason"] for row in counts if row.cells["date"] == latest):
        return True
    reached = any(one.has(event, day) for event in ("connected", "agreed", "joined", "invited", "visited"))
    words = [row.cells["valid"] for row in leads]
    return False in words and True not in words and not reached


def _asset(world: World, one: Customer, leads: list[Standing], day: date, gone: set[tuple[str, str]]) -> Asset:
    touched_on = max((on for on in one.days.get("touch", ()) if on <= day), default=None)
    since = touched_on or one.first("lead")
    assert since is not None
    days = (day - since).days
    allowed = world.rules.number(f"touch_days_{(one.letter(day) or 'C').lower()}", one.store, day)
    costs = [row.cells["cost"] for row in leads if row.cells["cost"] is not None]
    worth = world.rules.value("lead_value", one.store, day)
    value = sum(costs, Decimal(0)) if costs else Decimal(worth).quantize(Decimal("0.01")) if worth else None
    holder = one.last("holder", day)
    if (one.store, holder) in gone:
        reason = "holder_left"
    elif days > max(LONG, allowed):
        reason = "probably_lost"
    else:
        reason = "stale" if days > allowed else "safe"
    return Asset(one, holder, one.last("grade", day), touched_on, days, allowed, value, reason)
