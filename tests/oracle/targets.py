"""The answers to the questions on targets, as rows."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Any

from tests.oracle.funnel import Answer
from tests.oracle.rates import mean_benchmark, parts
from tests.oracle.rows import Row
from tests.oracle.selling import Place, call_rate, purchases
from tests.oracle.staffing import closed, on_duty, opened, with_a_table
from tests.oracle.world import World

BACK = (("visits", "close_rate"), ("valid", "visit_rate"), ("leads", "valid_rate"))
AIMS = ("orders", "revenue", "leads")
DAY = timedelta(1)
YEAR = timedelta(366)
WORK = ("calls", "invites", "staff", "calendar")  # tell who is at work


def goals(world: World, day: date) -> dict[Place, Row]:
    """Return the targets of the month: what a store doesn't say of its own is the sum of its assistants'."""
    said = {
        (row.cells["store"], row.cells["assistant"]): row.cells
        for row in world.rows
        if row.kind == "targets" and row.cells["month"] == f"{day:%Y-%m}"
    }
    found: dict[Place, Row] = {place: {aim: cells[aim] for aim in AIMS} for place, cells in said.items() if place[1]}
    for store in {store for store, _ in said}:
        own = said.get((store, None), dict.fromkeys(AIMS))
        of_people = [cells for place, cells in said.items() if place[0] == store and place[1]]
        found[store, None] = {aim: own[aim] if own[aim] is not None else _sum(of_people, aim) for aim in AIMS}
    return found


def _sum(of: list[Row], aim: str) -> Any:
    said = [cells[aim] for cells in of if cells[aim] is not None]
    return sum(said) if said else None


def working_days(world: World, day: date) -> tuple[Counter[Place], Counter[Place]]:
    """Return everybody's days at work in the month up to a day, and all of them; a store's are its assistants'.

    A store's days count from the first one of a year on which it handed anything in.
    """
    first = day.replace(day=1)
    last = (first + 31 * DAY).replace(day=1) - DAY
    begun: dict[str, date] = {}
    for kind in ("calls", "invites"):
        for row in world.of(kind, first - YEAR, day):
            store = row.cells["store"]
            begun[store] = min(begun.get(store, date.max), row.cells["date"])
    rows = [row for row in world.rows if row.kind in WORK and first - 14 * DAY <= row.cells.get("date", last) <= last]
    world = replace(world, rows=rows)  # looked through for every day
    gone: Counter[Place] = Counter()
    left: Counter[Place] = Counter()
    tables = with_a_table(world)
    staying = {place for place in on_duty(world, day) if place[0] not in tables}
    for number in range((last - first).days + 1):
        on = first + number * DAY
        there = opened(world, on, on_duty(world, on))
        if on <= day:
            gone.update(_with_store({place for place in there if on >= begun.get(place[0], on)}))
        else:
            left.update(_with_store({place for place in there if place[0] in tables}))
            left.update(_with_store({place for place in staying if place[0] not in closed(world, on)}))
    return gone, gone + left


def _with_store(people: set[tuple[str, str]]) -> Iterator[Place]:
    for store, name in people:
        yield store, name
        yield store, None


def progress(world: World, day: date) -> Answer:
    """Each target with what is done of it, and how much of the working days is gone."""
    first = day.replace(day=1)
    bought, money = purchases(world, first, day)
    came = Counter(
        (row.cells["store"], name) for row in world.of("leads", first, day) for name in {row.cells["assistant"], None}
    )
    gone, days = working_days(world, day)
    rows = []
    for place, goal in sorted(goals(world, day).items(), key=lambda item: (item[0][0], item[0][1] or "")):
        row = {"store": place[0], "assistant": place[1], "target": goal["orders"], "done": bought[place]}
        row |= {"elapsed_share": gone[place] / days[place] if days[place] else None}
        row |= {"revenue_target_cny": goal["revenue"], "revenue_cny": money.get(place, Decimal(0))}
        row |= {"leads_target": goal["leads"], "leads": came[place]}
        row |= {"elapsed_days": gone[place], "working_days": days[place]}
        for tier in ("sprint", "challenge"):
            factor = world.rules.share(f"{tier}_factor", place[0], day)
            row[f"{tier}_target"] = None if goal["orders"] is None else ceil(goal["orders"] * (factor or 0))
        rows.append(row)
    return rows


def reverse(
    world: World,
    first: date,
    last: date,
    assistant: str | None,
    orders: int | None,
    close_rate: float | None,
    visit_rate: float | None,
    valid_rate: float | None,
    rates: str,
) -> Answer:
    """How many have to get to each step for so many orders, None: as many as the month's targets; and the calls."""
    if orders is None:
        orders = _sum([goal for (_, name), goal in goals(world, last).items() if name == assistant], "orders")
    said = {"close_rate": close_rate, "visit_rate": visit_rate, "valid_rate": valid_rate}
    found = parts(world, first, last, "cohort") if rates == "measured" else []
    rows: Answer = [{"step": "orders", "needed": orders, "metric": None, "rate": None, "rate_from": None}]
    for step, metric in BACK:
        typed = said[metric]
        of = [part for part in found if part.metric == metric and assistant in (None, part.assistant)]
        if typed is not None:
            rate: Fraction | None = Fraction(str(typed))
        elif rates == "measured":
            base = sum(part.base for part in of)
            rate = Fraction(sum(part.won for part in of), base) if base else None
        else:
            rate = mean_benchmark([(world.rules.share(metric, store, last), 1) for store in world.stores])
        rows.append(_step(step, rows[-1]["needed"], metric, rate, rates if typed is None else "typed"))
    came = call_rate(world, first, last, assistant)
    return [*rows, _step("calls", rows[1]["needed"], "call_rate", came, "measured")]


def _step(step: str, wanted: int | None, metric: str, rate: Fraction | None, rate_from: str) -> Row:
    needed = ceil(wanted / rate) if rate and wanted is not None else None
    return {"step": step, "needed": needed, "metric": metric, "rate": rate, "rate_from": rate_from}
