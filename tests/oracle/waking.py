"""What came of wake-ups: the first touch of a customer after too long a silence."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.oracle.funnel import Answer, last_of_all
from tests.oracle.imported import Standing
from tests.oracle.known import ORDER, TOUCHES, Customer
from tests.oracle.rates import interval
from tests.oracle.unclosed import LONG, Place
from tests.oracle.world import World


def woken(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """How many were woken, by the grade they had while they were silent, and how many of them ordered in time."""
    found: dict[str | None, list[tuple[bool, bool]]] = {}
    for place, days in _touches(world, last).items():
        one = world.customers[place]
        before: date | None = None
        for day, toucher in sorted(days.items()):
            ordered = one.first("ordered")
            if before and day >= first and assistant in (None, toucher) and (ordered is None or ordered >= day):
                letter = one.letter(day - timedelta(1))
                allowed = world.rules.number(f"touch_days_{(letter or 'C').lower()}", one.store, last)
                if (day - before).days > allowed:
                    is_open = day > last - timedelta(LONG)
                    found.setdefault(letter, []).append((is_open, back_within(one, day)))
                    break
            before = day
    return [{"grade": letter} | _counted(found[letter]) for letter in sorted(found, key=last_of_all)]


def _touches(world: World, last: date) -> dict[Place, dict[date, str]]:
    """Return the days on which each customer was touched, and who did it first that day."""
    rows: list[Standing] = [row for kind in TOUCHES for row in world.of(kind, last=last) if row.customer is not None]
    found: dict[Place, dict[date, str]] = {}
    for row in sorted(rows, key=lambda row: (row.cells["date"], ORDER[row.kind], row.said)):
        place = row.cells["store"], row.customer or 0
        found.setdefault(place, {}).setdefault(row.cells["date"], row.cells["assistant"])
    return found


def _counted(of: list[tuple[bool, bool]]) -> dict[str, Any]:
    judged = [ordered for is_open, ordered in of if not is_open]
    low, high = interval(sum(judged), len(judged))
    rate = Fraction(sum(judged), len(judged)) if judged else None
    counts = {"woken": len(judged), "ordered": sum(judged), "still_open": len(of) - len(judged)}
    return counts | {"rate": rate, "low": low, "high": high}


def back_within(one: Customer, day: date) -> bool:
    """Whether the customer ordered within 30 days of a touch."""
    ordered = one.first("ordered")
    return ordered is not None and ordered <= day + timedelta(LONG)
