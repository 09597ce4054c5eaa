"""The answers to the questions of the funnel, as rows."""

from collections import Counter
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import prod
from typing import Any

from tests.oracle.journeys import STAGES, Journey
from tests.oracle.rates import NAMES, Part, mean_benchmark, parts, rate_row, verdict
from tests.oracle.world import World

Answer = list[dict[str, Any]]


def last_of_all(value: Any) -> tuple[bool, Any]:
    """Return what sorts nothing after everything."""
    return value is None, "" if value is None else value


def cents(amount: Fraction) -> Decimal:
    """Return an amount to the cent, halves away from zero."""
    exact = Decimal(amount.numerator) / Decimal(amount.denominator)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _theirs(found: list[Part], assistant: str | None) -> list[Part]:
    return [part for part in found if assistant in (None, part.assistant)]


def rates(world: World, first: date, last: date, assistant: str | None, reading: str) -> Answer:
    """Every rate. Without a case: the mean of the benchmarks of the stores; by period: no interval, no verdict."""
    found = _theirs(parts(world, first, last, reading), assistant)
    rows = []
    for metric in NAMES:
        row = rate_row(world, metric, [part for part in found if part.metric == metric], last)
        if not row["denominator"]:
            row["benchmark"] = mean_benchmark([(world.rules.share(metric, store, last), 1) for store in world.stores])
            row["verdict"] = verdict(None, None, row["benchmark"])
        rows.append(row if reading == "cohort" else row | dict.fromkeys(("low", "high", "verdict")))
    return rows


def cuts(world: World, first: date, last: date, assistant: str | None, cut: str) -> Answer:
    """The same rates for each value of the cut; assistants with their store, nothing said last."""
    found: dict[tuple[str, str | None, str | None], list[Part]] = {}
    for part in _theirs(parts(world, first, last, "cohort"), assistant):
        store = part.store if cut == "assistant" else None
        found.setdefault((part.metric, store, getattr(part, cut)), []).append(part)
    rows = [
        {"store": store, "value": value} | rate_row(world, metric, of, last)
        for (metric, store, value), of in found.items()
    ]
    return sorted(rows, key=lambda row: (NAMES.index(row["metric"]), row["store"] or "", last_of_all(row["value"])))


def stages(world: World, first: date, last: date, assistant: str | None, funnel: str) -> Answer:
    """How many got to each stage."""
    return _by_stage(world.entered(funnel, first, last, assistant), funnel, last)


def still_open(world: World, first: date, last: date, assistant: str | None, funnel: str) -> Answer:
    """How many of them entered less than ``mature_days`` ago."""
    ways = world.entered(funnel, first, last, assistant)
    return _by_stage([way for way in ways if way.is_open(last, world.rules)], funnel, last)


def _by_stage(ways: list[Journey], funnel: str, last: date) -> Answer:
    return [
        {"stage": stage, "customers": sum(way.reached(last) >= place for way in ways)}
        for place, stage in enumerate(STAGES[funnel], 1)
    ]


def cohorts(world: World, first: date, last: date, assistant: str | None, funnel: str) -> Answer:
    """The stages by week of entering, from Monday on; settled: all of the week can be judged."""
    weeks: dict[date, list[Journey]] = {}
    for way in world.entered(funnel, first, last, assistant):
        weeks.setdefault(way.entered_on - timedelta(way.entered_on.weekday()), []).append(way)
    return [
        {"week": week} | row | {"settled": not any(way.is_open(last, world.rules) for way in ways)}
        for week, ways in sorted(weeks.items())
        for row in _by_stage(ways, funnel, last)
    ]


def waits(world: World, first: date, last: date, assistant: str | None, funnel: str) -> Answer:
    """The days from each stage to the next, or so far; what happened before entering took no time."""
    found: Counter[tuple[int, int, bool]] = Counter()
    for way in world.entered(funnel, first, last, assistant):
        reached = way.reached(last)
        days = [step and max(step, way.entered_on) for step in way.steps]
        for place in range(1, min(reached + 1, 6)):
            begun, done = days[place - 1], days[place] if reached > place else last
            if begun and done:
                found[place, (done - begun).days, reached > place] += 1
    return [
        {"stage": STAGES[funnel][place], "days": days, "reached": reached, "customers": count}
        for (place, days, reached), count in sorted(found.items())
    ]


def bottlenecks(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """Orders gained if a step alone stood at its benchmark: leads x the other steps' rates x it - orders, at least 0.

    In money: at what the customers of these orders have brought on average.
    """
    found = _theirs(parts(world, first, last, "cohort"), assistant)
    of = {name: [p for p in found if p.metric == name] for name in ("valid_rate", "visit_rate", "close_rate")}
    rows = {name: rate_row(world, name, some, last) for name, some in of.items() if some}
    leads = rows["valid_rate"]["denominator"] if "valid_rate" in rows else None
    orders = rows["close_rate"]["numerator"] if "close_rate" in rows else 0
    ways = world.entered("leads", first, last, assistant)
    bought = [w.customer.revenue for w in ways if w.reached(last) == 6 and not w.is_open(last, world.rules)]
    answer = []
    for name, row in rows.items():
        others = [Fraction(rows[o]["numerator"], rows[o]["denominator"]) for o in rows if o != name]
        gained = None
        if len(others) == 2 and leads and row["benchmark"] is not None:
            gained = max(leads * prod(others) * row["benchmark"] - orders, Fraction(0))
        money = cents(gained * Fraction(sum(bought)) / len(bought)) if gained is not None and bought else None
        answer.append(
            {name: row[name] for name in ("metric", "rate", "benchmark", "verdict")}
            | {"leads": leads, "orders": orders, "orders_gained": gained, "gained_cny": money}
        )
    return answer
