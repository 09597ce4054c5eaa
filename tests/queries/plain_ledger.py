"""The ledger of referrals as somebody would keep it by hand: row by row, climbing the tree every time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Whose = tuple[str, int]


@dataclass(frozen=True)
class Action:
    """One row of the log: who did what in a store, whom it names, and its points by the rules of the day."""

    store: str
    day: date
    action: str
    who: int
    whom: int | None
    points: Decimal
    passed: Decimal


def brought(actions: Iterable[Action]) -> dict[Whose, tuple[int, date]]:
    """Return by whom and when everybody was brought."""
    found: dict[Whose, tuple[int, date]] = {}
    for row in actions:
        if row.whom is None or (row.store, row.whom) in found:
            continue
        above: int | None = row.who
        while above is not None and above != row.whom:
            above = found.get((row.store, above), (None, row.day))[0]
        if above is None:
            found[row.store, row.whom] = row.who, row.day
    return found


def balances(actions: list[Action]) -> dict[Whose, Decimal]:
    """Return the points of everybody who earned any, or acted and earned none."""
    tree = brought(actions)
    sums: dict[Whose, Decimal] = {}
    recommended: set[Whose] = set()
    for row in actions:
        if row.whom == row.who:
            continue
        if row.action == "refer" and row.whom is not None:
            place = row.store, row.whom
            if place in recommended or tree.get(place, (None,))[0] != row.who or tree[place][1] > row.day:
                continue
            recommended.add(place)
        sums[row.store, row.who] = sums.get((row.store, row.who), Decimal(0)) + row.points
        above, since = tree.get((row.store, row.who), (None, date.max))
        if above is not None and since <= row.day and row.passed:
            sums[row.store, above] = sums.get((row.store, above), Decimal(0)) + row.passed
    return sums
