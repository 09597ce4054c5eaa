"""The answers to the questions on grades, as rows."""

from collections import Counter
from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle.funnel import Answer, last_of_all
from tests.oracle.imported import Standing
from tests.oracle.known import TOUCHES, Customer
from tests.oracle.rates import interval, verdict
from tests.oracle.world import World

LETTERS = ("A", "B", "C", "D")
MOVED = ("new", "closed")


def held_by(customer: Customer, assistant: str | None) -> bool:
    """Whether the customer is the assistant's; None: everybody's."""
    return assistant in (None, customer.last("holder"))


def distribution(world: World, day: date, assistant: str | None) -> Answer:
    """The open customers of each store by grade as graded."""
    found = Counter((one.store, one.last("grade", day)) for one in world.open(day) if held_by(one, assistant))
    return _counted(found, "store", "grade")


def value_of(one: Customer, cut: str) -> str | None:
    """Return what a customer counts under."""
    value: str | None = one.store if cut == "store" else one.last("holder" if cut == "assistant" else cut)
    return value


def cuts(world: World, day: date, assistant: str | None, cut: str) -> Answer:
    """The open customers by grade letter for each value of the cut; assistants with their store."""
    found: Counter[tuple[Any, ...]] = Counter()
    for one in world.open(day):
        if held_by(one, assistant):
            found[one.store if cut == "assistant" else None, value_of(one, cut), one.letter(day)] += 1
    return _counted(found, "store", "value", "grade")


def products(world: World, day: date, assistant: str | None) -> Answer:
    """The open customers with a product and a grade, by both."""
    of = [(one.last("product"), one.letter(day)) for one in world.open(day) if held_by(one, assistant)]
    return _counted(Counter(place for place in of if None not in place), "product", "grade")


def _counted(found: Counter[Any], *names: str) -> Answer:
    """Return counts as rows; nothing said comes last."""
    places = sorted(found, key=lambda place: [last_of_all(value) for value in place])
    return [dict(zip(names, place, strict=True)) | {"customers": found[place]} for place in places]


def moves(world: World, first: date, last: date) -> list[tuple[Customer, str | None, str | None]]:
    """Return who was open on either of two days with the letters on both; "new" before, "closed" after."""
    before = {(one.store, one.key) for one in world.open(first)}
    after = {(one.store, one.key) for one in world.open(last)}
    found = []
    for place in before | after:
        one = world.customers[place]
        found.append(
            (one, one.letter(first) if place in before else "new", one.letter(last) if place in after else "closed")
        )
    return found


def migration(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """Where grades went between two days: letters first, then whom nobody had graded, then "new" or "closed"."""
    found = Counter((was, now) for one, was, now in moves(world, first, last) if held_by(one, assistant))
    places = sorted(found, key=lambda place: [(grade in MOVED, last_of_all(grade)) for grade in place])
    return [{"from_grade": was, "to_grade": now, "customers": found[was, now]} for was, now in places]


def calibration(world: World, day: date, assistant: str | None) -> Answer:
    """Who of each grade had ordered by the day, of those open ``order_days`` before, by their grade then."""
    found: dict[str, list[bool]] = {}
    for one, start in world.started(day):
        grade = one.letter(start)
        if grade and held_by(one, assistant):
            found.setdefault(grade, []).append(one.has("ordered", day))
    return [{"grade": grade} | _ordered(of) for grade, of in sorted(found.items())]


def a_verdict(world: World, day: date, assistant: str | None) -> Answer:
    """The same of each store's grade A, against the benchmark."""
    found: dict[str, list[bool]] = {}
    for one, start in world.started(day):
        if one.letter(start) == "A" and held_by(one, assistant):
            found.setdefault(one.store, []).append(one.has("ordered", day))
    rows = []
    for store, of in sorted(found.items()):
        benchmark = world.rules.share("a_order_rate", store, day)
        row = {"store": store} | _ordered(of) | {"benchmark": benchmark}
        rows.append(row | {"verdict": verdict(row["low"], row["high"], benchmark)})
    return rows


def _ordered(of: list[bool]) -> dict[str, Any]:
    low, high = interval(sum(of), len(of))
    row = {"customers": len(of), "ordered": sum(of), "rate": Fraction(sum(of), len(of))}
    return row | {"low": low, "high": high}


def touches(world: World, first: date, last: date) -> list[tuple[Standing, Customer | None, str | None]]:
    """Return the touches of the days, whom each was of, and the letter of the grade said last up to its day."""
    found = []
    for kind in TOUCHES:
        for row in world.of(kind, first, last):
            cells = row.cells
            one = None if row.customer is None else world.customers[cells["store"], row.customer]
            found.append((row, one, one.letter(cells["date"]) if one else None))
    return found


def effort(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """The touches of graded customers by grade against what each should get: by the stores' rules, as they touched.

    Misplaced: half of the difference, so that all grades' sum to what would have to go to another one.
    """
    found: Counter[tuple[str, str]] = Counter()
    for row, _, grade in touches(world, first, last):
        if grade and assistant in (None, row.cells["assistant"]):
            found[row.cells["store"], grade] += 1
    of_store = Counter[str]()
    for (store, _), count in found.items():
        of_store[store] += count
    total = sum(of_store.values())
    rows = []
    for grade in LETTERS if world.stores else ():
        asked = {s: world.rules.share(f"effort_{grade.lower()}", s, last) or Fraction(0) for s in world.stores}
        weights = of_store if total else Counter(dict.fromkeys(world.stores, 1))
        target = sum((asked[store] * weight for store, weight in weights.items()), Fraction(0)) / sum(weights.values())
        count = sum(found[store, grade] for store in of_store)
        share = Fraction(count, total) if total else None
        misplaced = None if share is None else abs(share - target) / 2 * total
        rows.append({"grade": grade, "touches": count, "share": share, "target": target, "misplaced": misplaced})
    return rows
