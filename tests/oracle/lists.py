"""The answers to the questions for customers by name, as rows."""

from collections import Counter
from datetime import date
from typing import Any

from tests.oracle.funnel import Answer, last_of_all
from tests.oracle.grades import held_by, moves, touches, value_of
from tests.oracle.journeys import STAGES
from tests.oracle.known import Customer
from tests.oracle.people import Contact
from tests.oracle.rates import visits
from tests.oracle.suggesting import suggested
from tests.oracle.world import World


def masked(contact: Contact) -> str:
    """Return a contact as it may be shown."""
    kind, value = contact
    return f"{value[:3]}****{value[-4:]}" if kind == "phone" else f"{value[:2]}***{value[-1]}"


UNKNOWN: dict[str, Any] = {"customer_key": None, "contacts": [], "last_touch_on": None}


def listed(world: World, one: Customer) -> dict[str, Any]:
    """Return what every list says of a customer."""
    return {
        "store": one.store,
        "customer_key": one.key,
        "customer": one.last("customer"),
        "contacts": sorted({masked(of) for of in world.people.contacts(one.key) if of[0] != "name"}),
        "assistant": one.last("holder"),
        "grade": one.last("grade"),
        "last_touch_on": one.latest("touch"),
    }


def by_touch(row: dict[str, Any]) -> tuple[Any, ...]:
    """Return what sorts the last touch first, who was never touched last, then stores and customers."""
    touched = row["last_touch_on"]
    return -touched.toordinal() if touched else 0, row["store"], row["customer_key"]


def at_stage(
    world: World, first: date, last: date, assistant: str | None, funnel: str, stage: str, most: int
) -> Answer:
    """Who got to a stage, those who got no farther first."""
    rows = []
    for way in world.entered(funnel, first, last, assistant):
        reached = way.reached(last)
        if stage in STAGES[funnel][:reached]:
            row = listed(world, way.customer) | {"entered_on": way.entered_on, "furthest": STAGES[funnel][reached - 1]}
            rows.append(row | {"is_open": way.is_open(last, world.rules)})
    return sorted(rows, key=lambda row: (STAGES[funnel].index(row["furthest"]), *by_touch(row)))[:most]


def waiting(world: World, first: date, last: date, assistant: str | None, most: int) -> Answer:
    """The leads without an order whom nobody had touched by the last day, the oldest first."""
    rows = [
        listed(world, way.customer) | {"entered_on": way.entered_on, "source": way.customer.last("source")}
        for way in world.entered("leads", first, last, assistant)
        if way.reached(last) < 6 and not way.customer.has("touch", last)
    ]
    return sorted(rows, key=lambda row: (row["entered_on"], row["store"], row["customer_key"]))[:most]


def lost(world: World, first: date, last: date, assistant: str | None, lost_reason: str | None, most: int) -> Answer:
    """The lost visits for a reason, None: none written down, "*": all; the latest first. Some visitors nobody knows."""
    rows = []
    for visit, is_lost in visits(world, first, last):
        cells = visit.cells
        wanted = lost_reason == "*" or (cells["lost_reason"] == lost_reason and not cells["gift_only"])
        if is_lost and wanted and assistant in (None, cells["assistant"]):
            of = UNKNOWN if visit.customer is None else listed(world, world.customers[cells["store"], visit.customer])
            row = of | {"store": cells["store"], "day": cells["date"]}
            rows.append(
                row | {name: cells[name] for name in ("customer", "assistant", "grade", "lost_reason", "gift_only")}
            )
    kept = ("customer_key", "customer", "assistant", "grade", "lost_reason", "gift_only")
    return sorted(
        rows, key=lambda row: (-row["day"].toordinal(), row["store"], *(last_of_all(row[name]) for name in kept))
    )[:most]


def graded(
    world: World, day: date, assistant: str | None, grade: str | None, cut: str | None, value: str | None, most: int
) -> Answer:
    """The open customers with a grade, or a letter, on a day; of a cut those with its value."""
    rows = [
        listed(world, one)
        | {"grade": one.last("grade", day), "product": one.last("product"), "source": one.last("source")}
        for one in world.open(day)
        if grade in (one.letter(day), one.last("grade", day)) and held_by(one, assistant)
        if cut is None or value == value_of(one, cut)
    ]
    return sorted(rows, key=by_touch)[:most]


def moved(
    world: World,
    first: date,
    last: date,
    assistant: str | None,
    from_grade: str | None,
    to_grade: str | None,
    most: int,
) -> Answer:
    """Whose grade went from here to there."""
    rows = [
        listed(world, one) | {"product": one.last("product")}
        for one, was, now in moves(world, first, last)
        if (was, now) == (from_grade, to_grade) and held_by(one, assistant)
    ]
    return sorted(rows, key=by_touch)[:most]


def expected(world: World, day: date, assistant: str | None, grade: str, most: int) -> Answer:
    """Who had a grade when the time to order began, those without an order first, then who ordered first."""
    rows = [
        listed(world, one) | {"grade": grade, "start_on": start, "ordered_on": one.first("ordered")}
        for one, start in world.started(day)
        if one.letter(start) == grade and held_by(one, assistant)
    ]
    return sorted(rows, key=lambda row: (row["ordered_on"] or date.min, *by_touch(row)))[:most]


def touched(world: World, first: date, last: date, assistant: str | None, grade: str, most: int) -> Answer:
    """Who of a grade was touched, those touched most first."""
    found: Counter[tuple[str, int]] = Counter()
    for row, one, letter in touches(world, first, last):
        if one and letter == grade and assistant in (None, row.cells["assistant"]):
            found[one.store, one.key] += 1
    rows = [listed(world, world.customers[place]) | {"touches": count} for place, count in found.items()]
    return sorted(rows, key=lambda row: (-row["touches"], *by_touch(row)))[:most]


def slipping(world: World, day: date, assistant: str | None, most: int) -> Answer:
    """Who is graded A or B, has not ordered and was not touched for longer than the grade allows, up to 30 days."""
    rows = []
    for one in world.customers.values():
        letter, on = one.letter(date.max), one.latest("touch")
        if letter not in ("A", "B") or "ordered" in one.days or on is None or not held_by(one, assistant):
            continue
        allowed, days = world.rules.number(f"touch_days_{letter.lower()}", one.store, day), (day - on).days
        if allowed < days <= 30:
            rows.append(listed(world, one) | {"days": days, "touch_days": allowed})
    rows.sort(key=lambda row: (row["grade"][0], -row["days"], row["store"], row["customer_key"]))
    return [row | {"of_all": len(rows)} for row in rows[:most]]


def disagreements(world: World, day: date, assistant: str | None, most: int) -> Answer:
    """Whose grade is another than the facts suggest, the farthest apart first."""
    rows = []
    for one, letter, fact in suggested(world, day, assistant):
        grade = one.letter(day)
        if grade and grade != letter:
            row = listed(world, one) | {"grade": one.last("grade", day), "suggested": letter, "fact": fact}
            rows.append((-abs(ord(grade) - ord(letter)), *by_touch(row), row))
    return [row for *_, row in sorted(rows, key=lambda found: found[:-1])][:most]
