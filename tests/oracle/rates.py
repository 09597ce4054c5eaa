"""Rates: what each counts, its Wilson interval, its benchmark and the verdict."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import sqrt
from typing import Any

from tests.oracle.imported import Standing
from tests.oracle.journeys import Journey
from tests.oracle.world import World

Z = 1.959963984540054
NAMES = (
    *("valid_rate", "wechat_rate", "phone_rate", "visit_rate", "close_rate", "valid_close_rate", "reply_rate"),
    *("lost_rate", "reach_rate", "agree_rate", "join_rate", "group_visit_rate", "group_close_rate"),
)
# Each rate of a funnel is one stage of another: places in the funnel, from 0 on.
STEPS = {
    "leads": {"valid_rate": (0, 1), "visit_rate": (1, 4), "close_rate": (4, 5), "valid_close_rate": (1, 5)},
    "campaign": {
        "reach_rate": (0, 1),
        "agree_rate": (1, 2),
        "join_rate": (2, 3),
        "group_visit_rate": (3, 4),
        "group_close_rate": (4, 5),
    },
}


@dataclass(frozen=True)
class Part:
    """What one customer, visit or broadcast adds to a rate: ``won`` of ``base``."""

    metric: str
    store: str
    assistant: str | None
    base: int
    won: int
    source: str | None = None
    product: str | None = None
    grade: str | None = None


def interval(won: int, of_all: int) -> tuple[float | None, float | None]:
    """Return the score interval of E. B. Wilson (1927), 95 %; none without a trial, or with more won than tried."""
    if of_all == 0 or won > of_all:
        return None, None
    rate = won / of_all
    middle = rate + Z * Z / (2 * of_all)
    reach = Z * sqrt(rate * (1 - rate) / of_all + Z * Z / (4 * of_all * of_all))
    scale = 1 + Z * Z / of_all
    low = 0.0 if won == 0 else (middle - reach) / scale
    return low, 1.0 if won == of_all else (middle + reach) / scale


def verdict(low: float | None, high: float | None, benchmark: Fraction | None) -> str | None:
    """Return "pass" where all of the interval is at the benchmark, "below" where none is, else "too_few"."""
    if benchmark is None:
        return None
    if low is not None and low >= benchmark:
        return "pass"
    return "below" if high is not None and high < benchmark else "too_few"


def visits(world: World, first: date, last: date) -> Iterator[tuple[Standing, bool]]:
    """Yield the visits of the days, and whether each was lost: not closed, and nothing ordered there on its day."""
    bought = {
        (row.cells["store"], row.customer, row.cells["date"])
        for row in world.of("orders", first, last)
        if row.cells["kind"] != "refund" and row.customer is not None
    }
    for visit in world.of("visits", first, last):
        day = visit.cells["store"], visit.customer, visit.cells["date"]
        yield visit, not visit.cells["closed"] and day not in bought


def parts(world: World, first: date, last: date, reading: str) -> list[Part]:
    """Return what every rate counts.

    "cohort": of those who entered in the days and can be judged, who got there by the last. "period": who got there in
    the days, whenever they entered.
    """
    found: list[Part] = []
    for funnel in STEPS:
        for way in world.ways(funnel, None):
            if reading == "period":
                found += _of_way(way, lambda day: day is not None and first <= day <= last, together=False)
            elif first <= way.entered_on <= last and not way.is_open(last, world.rules):
                found += _of_way(way, lambda day: day is not None and day <= last, together=True)
    for visit, lost in visits(world, first, last):
        cells = visit.cells
        grade = cells["grade"][:1] if cells["grade"] else None
        found.append(Part("lost_rate", cells["store"], cells["assistant"], 1, int(lost), None, cells["product"], grade))
    for row in world.of("replies", first, last):
        cells = row.cells
        found.append(Part("reply_rate", cells["store"], cells["assistant"], cells["sent"], cells["replied"]))
    return [part for part in found if part.base or part.won]


def _of_way(way: Journey, happened: Any, *, together: bool) -> Iterator[Part]:
    one = way.customer
    of = {"source": one.last("source"), "product": one.last("product"), "grade": one.letter(date.max)}
    reached = [happened(step) for step in way.steps]
    counted = {metric: (reached[base], reached[won]) for metric, (base, won) in STEPS[way.funnel].items()}
    if way.funnel == "leads" and one.came_by:
        other = {"phone": "wechat", "wechat": "phone"}[one.came_by]
        valid_on, other_on = way.steps[1], one.first(other)
        counted[f"{other}_rate"] = reached[1], happened(max(valid_on, other_on) if valid_on and other_on else None)
    for metric, (base, won) in counted.items():
        yield Part(metric, one.store, way.assistant, int(base), int(won and (base or not together)), **of)


def rate_row(world: World, metric: str, of: Iterable[Part], last: date) -> dict[str, Any]:
    """Return the figures of one rate: stores with benchmarks of their own should come to what each would at its own."""
    of = list(of)
    won, base = sum(part.won for part in of), sum(part.base for part in of)
    low, high = interval(won, base)
    benchmark = mean_benchmark([(world.rules.share(metric, part.store, last), part.base) for part in of])
    found = {"metric": metric, "numerator": won, "denominator": base, "rate": won / base if base else None}
    return found | {"low": low, "high": high, "benchmark": benchmark, "verdict": verdict(low, high, benchmark)}


def mean_benchmark(weighted: list[tuple[Fraction | None, int]]) -> Fraction | None:
    """Return the mean of benchmarks by weight; None where one is off or nothing weighs."""
    weight = sum(base for _, base in weighted)
    if not weight or any(benchmark is None for benchmark, _ in weighted):
        return None
    return sum((benchmark or 0) * base for benchmark, base in weighted) / Fraction(weight)
