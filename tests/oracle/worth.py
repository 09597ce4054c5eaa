"""What every customer brought and cost in the days, from the rows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.oracle.grades import held_by
from tests.oracle.imported import Standing
from tests.oracle.known import Customer
from tests.oracle.world import World

NOTHING = Decimal("0.00")


def order_of(row: Standing) -> Any:
    """Return which order a line belongs to: its number in the store, else the line itself."""
    return row.cells["order_id"] or row.said


def is_sale(row: Standing) -> bool:
    """Whether a line is more than something given back."""
    return bool(row.cells["kind"] != "refund")


def cost_of(row: Standing) -> Decimal:
    """Return what the goods of a line cost; those that came back cost nothing."""
    cost = row.cells["cost"] or NOTHING
    return cost if is_sale(row) else -abs(cost)


def revenue_of(rows: Iterable[Standing]) -> Decimal:
    """Return sales less refunds."""
    return sum((row.cells["amount"] for row in rows), NOTHING)


def orders_of(rows: Iterable[Standing]) -> int:
    """Return how many orders the lines are."""
    return len({order_of(row) for row in rows if is_sale(row)})


@dataclass
class Worth:
    """A customer with order lines in the days, its rows in them, and the ``spent`` that count."""

    customer: Customer
    lines: list[Standing] = field(default_factory=list)
    spent: list[Standing] = field(default_factory=list)

    @property
    def place(self) -> tuple[str, int]:
        return self.customer.store, self.customer.key

    @property
    def revenue(self) -> Decimal:
        return revenue_of(self.lines)

    @property
    def counted(self) -> Decimal:
        return max(self.revenue, NOTHING)

    @property
    def costs(self) -> dict[str, Decimal]:
        """What it cost, by name, in the order in which equal ones are named."""
        return {
            "order_cost": sum(map(cost_of, self.lines), NOTHING),
            "services": _spent(self.spent, "services"),
            "lead_cost": _spent(self.spent, "leads"),
            "refunds": -revenue_of(row for row in self.lines if row.cells["amount"] < 0),
        }

    @property
    def contribution(self) -> Decimal:
        costs = self.costs
        return self.revenue - costs["order_cost"] - costs["services"] - costs["lead_cost"]

    @property
    def largest_cost(self) -> str:
        """What eats the most, of equal ones the first: goods only by what they cost above their price."""
        eaten = self.costs | {"order_cost": self.below_cost}
        return max(eaten, key=lambda name: eaten[name])

    @property
    def below_cost(self) -> Decimal:
        sold = revenue_of(row for row in self.lines if row.cells["amount"] >= 0)
        return max(self.costs["order_cost"] - sold, NOTHING)


def _spent(rows: Iterable[Standing], kind: str) -> Decimal:
    return sum((row.cells["cost"] or NOTHING for row in rows if row.kind == kind), NOTHING)


def worths(world: World, first: date, last: date, assistant: str | None = None) -> list[Worth]:
    """Return everybody with an order line in the days whom the assistant holds, stores and customers in order."""
    found: dict[tuple[str, int], Worth] = {}
    for row in world.of("orders", first, last):
        if row.customer is not None:
            place = row.cells["store"], row.customer
            found.setdefault(place, Worth(world.customers[place])).lines.append(row)
    for row in (*world.of("services", first, last), *world.of("leads", first, last)):
        one = found.get((row.cells["store"], row.customer or 0))
        if one and (row.kind == "services" or counts_leads(world, row.cells["store"], last)):
            one.spent.append(row)
    return sorted((one for one in found.values() if held_by(one.customer, assistant)), key=lambda one: one.place)


def counts_leads(world: World, store: str, day: date) -> bool:
    """Whether leads' costs count in a store."""
    return world.rules.value("include_lead_cost", store, day) == "on"


def best_first(of: list[Worth], value: Callable[[Worth], Decimal]) -> list[Worth]:
    """Return them by value, of equal ones in their order."""
    return sorted(of, key=value, reverse=True)


def share(part: Decimal | int, whole: Decimal | int) -> Fraction | None:
    """Return a part of something; None of nothing."""
    return Fraction(part) / Fraction(whole) if whole else None


def share_of_best(values: list[Decimal]) -> Fraction | None:
    """Return the share that the best fifth has, rounded up; ``values`` are best first and none below zero."""
    return share(sum(values[: -(-len(values) // 5)], NOTHING), sum(values, NOTHING))
