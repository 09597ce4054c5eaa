"""The answers to the questions which kind of customer each is, as rows."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.oracle.funnel import Answer
from tests.oracle.grades import held_by
from tests.oracle.known import Customer
from tests.oracle.lists import listed
from tests.oracle.world import World
from tests.oracle.worth import NOTHING, Worth, is_sale, orders_of, worths

KINDS = ("value", "keep", "develop", "win_back")
SEGMENTS = tuple(f"{size}_{kind}" for size in ("important", "general") for kind in KINDS)
MEASURES = ("r", "f", "m")


@dataclass
class Habit:
    """How a customer buys: what the scores are of, the scores, and the segment."""

    worth: Worth
    last_ordered_on: date
    measures: dict[str, Decimal]
    scores: dict[str, int]
    segment: str = ""


def habits(world: World, first: date, last: date) -> tuple[list[Habit], dict[str, Any]]:
    """Return everybody scored and in a segment, the most revenue first, and the lines between scores by store."""
    ordered: dict[tuple[str, int | None], date] = {}
    for row in world.of("orders", last=last):
        if is_sale(row):
            place = row.cells["store"], row.customer
            ordered[place] = max(ordered.get(place, date.min), row.cells["date"])
    found = []
    for one in sorted(worths(world, first, last), key=lambda one: (-one.revenue, one.place)):
        latest = ordered.get(one.place) or max(row.cells["date"] for row in one.lines)
        of = {"r": Decimal((last - latest).days), "f": Decimal(orders_of(one.lines)), "m": one.revenue}
        found.append(Habit(one, latest, of, {}))
    lines = {store: {of: _lines(world, store, last, of, found) for of in MEASURES} for store in world.stores}
    for habit in found:
        for of in MEASURES:
            above = sum(habit.measures[of] > line for line in lines[habit.worth.customer.store][of][0])
            habit.scores[of] = 5 - above if of == "r" else 1 + above
    means = mean_scores(found)
    for habit in found:
        recent, frequent, large = (habit.scores[of] > means[of] for of in MEASURES)
        kind = KINDS[(0 if recent else 1) if frequent else (2 if recent else 3)]
        habit.segment = f"{'important' if large else 'general'}_{kind}"
    return found, lines


def mean_scores(found: list[Habit]) -> dict[str, Fraction]:
    """Return the mean of each score."""
    return {of: Fraction(sum(habit.scores[of] for habit in found), max(len(found), 1)) for of in MEASURES}


def _lines(world: World, store: str, day: date, of: str, found: list[Habit]) -> tuple[list[Decimal], bool]:
    """Return the four lines of a score, and whether they are the store's rule: else fifths of all customers."""
    rule = world.rules.value(f"rfm_{of}_edges", store, day)
    if rule:
        return [Decimal(edge) for edge in rule.split("+")], True
    values = sorted(habit.measures[of] for habit in found)
    return [values[-(-len(values) * part // 5) - 1] for part in (1, 2, 3, 4) if values], False


def rfm(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """Everybody with scores and segment."""
    return [
        {"customer": habit.worth.customer.last("customer"), "customer_key": habit.worth.customer.key}
        | _scored(habit)
        | {"store": habit.worth.customer.store, "last_ordered_on": habit.last_ordered_on}
        | {"assistant": habit.worth.customer.last("holder")}
        for habit in habits(world, first, last)[0]
        if held_by(habit.worth.customer, assistant)
    ]


def _scored(habit: Habit) -> dict[str, Any]:
    row = {"recency_days": int(habit.measures["r"]), "orders": int(habit.measures["f"])}
    return row | {"revenue_cny": habit.measures["m"], "segment": habit.segment} | habit.scores


def rfm_edges(world: World, first: date, last: date) -> Answer:
    """The lines in every store, once there is a customer."""
    found, lines = habits(world, first, last)
    means = mean_scores(found)
    return [
        {"store": store, "score": of, "by_rule": lines[store][of][1], "mean": means[of]}
        | {f"edge_{place}": line.quantize(NOTHING) for place, line in enumerate(lines[store][of][0], 1)}
        for store in sorted(world.stores)
        for of in MEASURES
        if found
    ]


def segments(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """All eight segments."""
    rows: Answer = []
    found = [habit for habit in habits(world, first, last)[0] if held_by(habit.worth.customer, assistant)]
    for segment in SEGMENTS:
        of = [habit for habit in found if habit.segment == segment]
        days = sum(int(habit.measures["r"]) for habit in of)
        rows.append(
            {
                "segment": segment,
                "customers": len(of),
                "orders": sum(int(habit.measures["f"]) for habit in of),
                "revenue_cny": sum((habit.worth.revenue for habit in of), NOTHING),
                "contribution_cny": sum((habit.worth.contribution for habit in of), NOTHING),
                "recency_days": Fraction(days, len(of)) if of else None,
            }
        )
    return rows


def in_segment(world: World, first: date, last: date, assistant: str | None, segment: str | None, most: int) -> Answer:
    """Who is in a segment, None: in any."""
    of = [habit for habit in habits(world, first, last)[0] if held_by(habit.worth.customer, assistant)]
    rows = [named(world, habit.worth.customer) | _scored(habit) for habit in of if segment in (None, habit.segment)]
    return cut_off(rows, most)


def named(world: World, one: Customer) -> dict[str, Any]:
    """Return what every list of value says of a customer."""
    row = listed(world, one)
    del row["grade"]
    return row


def cut_off(rows: Answer, most: int) -> Answer:
    """Return the first rows, each with how many there are."""
    return [row | {"of_all": len(rows)} for row in rows[:most]]
