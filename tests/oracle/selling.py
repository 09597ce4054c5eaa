"""Who came and who bought on which day, as all logs together tell it, and for how much."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.oracle.imported import Standing
from tests.oracle.world import World

Place = tuple[str, str | None]  # an assistant of a store; None: the store


def purchases(world: World, first: date, last: date) -> tuple[Counter[Place], dict[Place, Decimal]]:
    """Return how many customers bought on how many days, and for how much: the orders' word goes before the visits',
    theirs before the invites'; where it names no amount, the next one's does. A refund only lessens the amount.
    """
    told: dict[tuple[Any, ...], dict[int, list[Standing]]] = {}
    for row, day, weight, is_refund in _told(world):
        if first <= day <= last:
            who = row.customer if row.customer is not None or row.kind == "invites" else row.said
            told.setdefault((row.cells["store"], day, who, is_refund), {}).setdefault(weight, []).append(row)
    bought: set[tuple[Any, ...]] = set()
    money: dict[Place, Decimal] = {}
    for (store, day, who, is_refund), by_weight in told.items():
        believed = by_weight.pop(max(by_weight))
        others = [row.cells["amount"] for _, of in sorted(by_weight.items(), reverse=True) for row in of]
        otherwise = next((amount for amount in others if amount is not None), Decimal(0))
        for row in believed:
            name, amount = row.cells["assistant"], row.cells["amount"]
            if not is_refund and who is not None:
                bought.add((store, name, day, who))
            for place in ((store, name), (store, None)):
                money[place] = money.get(place, Decimal(0)) + (otherwise if amount is None else amount)
    counted = Counter(place for store, name, *_ in bought for place in ((store, name), (store, None)))
    return counted, money


def _told(world: World) -> Iterator[tuple[Standing, date, int, bool]]:
    for row in world.of("invites"):
        cells = row.cells
        if cells["closed"] or (cells["closed"] is None and cells["closed_on"]):
            yield row, cells["closed_on"] or cells["date"], 1, False
    for row in world.of("visits"):
        if row.cells["closed"]:
            yield row, row.cells["date"], 2, False
    for row in world.of("orders"):
        yield row, row.cells["date"], 3, row.cells["kind"] == "refund"


def call_rate(world: World, first: date, last: date, assistant: str | None) -> Fraction | None:
    """Return how many customers came for each call; who came is believed of the visits before the invites."""
    told: dict[tuple[Any, ...], dict[str, set[str]]] = {}
    for row in (*world.of("invites"), *world.of("visits")):
        cells = row.cells
        by_invite = row.kind == "invites"
        if by_invite and not (cells["visited"] or (cells["visited"] is None and cells["visited_on"])):
            continue
        day = (cells["visited_on"] or cells["date"]) if by_invite else cells["date"]
        who = row.customer if row.customer is not None or by_invite else row.said
        if first <= day <= last and who is not None:
            told.setdefault((cells["store"], day, who), {}).setdefault(row.kind, set()).add(cells["assistant"])
    believed = [name for by_log in told.values() for name in by_log.get("visits", by_log.get("invites", ()))]
    came = sum(assistant in (None, name) for name in believed)
    calls = sum(assistant in (None, row.cells["assistant"]) for row in world.of("calls", first, last))
    return Fraction(came, calls) if calls else None
