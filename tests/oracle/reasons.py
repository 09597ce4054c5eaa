"""The answers to the questions why customers stop in the funnel, as rows."""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.oracle.funnel import Answer, last_of_all
from tests.oracle.rates import interval
from tests.oracle.rates import visits as visited
from tests.oracle.world import World


def quantile(days: list[int], share: Fraction) -> Fraction | None:
    """Return the value below which a share of the sorted values lies, between two of them in proportion."""
    if not days:
        return None
    days = sorted(days)
    place = (len(days) - 1) * share
    low = place.numerator // place.denominator
    high = min(low + 1, len(days) - 1)
    return days[low] + (place - low) * (days[high] - days[low])


def first_contact(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """How many days new leads wait for the first touch; who was touched before is no new lead."""
    waits: dict[tuple[str, str], list[tuple[int, bool, bool]]] = {}
    for way in world.entered("leads", first, last, assistant):
        touched = way.customer.first("touch")
        if touched is not None and touched < way.entered_on:
            continue
        found = touched is not None and touched <= last
        days = ((touched if touched is not None and found else last) - way.entered_on).days
        waits.setdefault((way.customer.store, way.assistant or ""), []).append((days, found, way.reached(last) == 6))
    rows = []
    for (store, name), of in sorted(waits.items()):
        touched_after = [days for days, found, _ in of if found]
        row = {"store": store, "assistant": name, "leads": len(of), "touched": len(touched_after)}
        row |= {"p50_days": quantile(touched_after, Fraction("0.5"))}
        row |= {"p95_days": quantile(touched_after, Fraction("0.95"))}
        row |= {"over_a_day": sum(days > 1 for days, *_ in of)}
        rows.append(row | {"waiting": sum(not found and not ordered for _, found, ordered in of)})
    return rows


def haste(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """How many leads agreed to visit on the day of the first touch or the next, or before."""
    invited = within = 0
    for way in world.entered("leads", first, last, assistant):
        asked, touched = way.customer.first("invited"), way.customer.first("touch")
        if asked is not None and asked <= last and touched is not None:
            invited += 1
            within += asked <= touched + timedelta(1)
    return [{"invited": invited, "within_a_day": within, "share": Fraction(within, invited) if invited else None}]


def replies(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """The answers to broadcasts; the level by the store's rules."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in world.of("replies", first, last):
        if assistant in (None, row.cells["assistant"]):
            found.setdefault((row.cells["store"], row.cells["assistant"]), []).append(row.cells)
    rows = []
    for (store, name), of in sorted(found.items()):
        sent, replied = sum(cells["sent"] for cells in of), sum(cells["replied"] for cells in of)
        rate = Fraction(replied, sent) if sent else None
        low, high = interval(replied, sent)
        figures = {"store": store, "assistant": name, "sent": sent, "replied": replied, "rate": rate}
        rows.append(figures | {"low": low, "high": high, "level": _level(world, store, rate, last)})
    return rows


def _level(world: World, store: str, rate: Fraction | None, day: date) -> str | None:
    good, enough, poor = (world.rules.share(name, store, day) for name in ("reply_good", "reply_rate", "reply_poor"))
    if rate is None:
        return None
    if good is not None and rate >= good:
        return "good"
    if enough is not None and rate >= enough:
        return "pass"
    return "poor" if poor is not None and rate <= poor else "weak"


def reference(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """Intent customers (graded A or B last, or ordered) and orders of 25 enquiries that can be judged."""
    ways = world.entered("leads", first, last, assistant)
    ways = [way for way in ways if not way.is_open(last, world.rules)]
    ordered = [way for way in ways if way.reached(last) == 6]
    intent = [way for way in ways if way in ordered or way.customer.letter(date.max) in ("A", "B")]
    row: dict[str, Any] = {"enquiries": len(ways), "intent": len(intent), "orders": len(ordered)}
    for name in ("intent", "orders"):
        row[f"{name}_per_25"] = Fraction(25 * row[name], len(ways)) if ways else None
    return [row]


def source_grades(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """The leads of each source by grade letter, and how many of them ordered."""
    found: dict[tuple[str | None, str | None], list[bool]] = {}
    for way in world.entered("leads", first, last, assistant):
        place = way.customer.last("source"), way.customer.letter(date.max)
        found.setdefault(place, []).append(way.reached(last) == 6)
    return [
        {"source": source, "grade": grade, "leads": len(of), "ordered": sum(of)}
        for (source, grade), of in sorted(found.items(), key=lambda item: [last_of_all(value) for value in item[0]])
    ]


def lost_reasons(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """The lost visits by reason, the most frequent first; without those that came for a gift alone."""
    found = Counter(
        visit.cells["lost_reason"]
        for visit, lost in visited(world, first, last)
        if lost and not visit.cells["gift_only"] and assistant in (None, visit.cells["assistant"])
    )
    rows = [{"lost_reason": reason, "visits": count} for reason, count in found.items()]
    return sorted(rows, key=lambda row: (-row["visits"], last_of_all(row["lost_reason"])))


def visits(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """How many visits there were, were lost, lost without a reason, and came for a gift alone."""
    found = [(v.cells, lost) for v, lost in visited(world, first, last) if assistant in (None, v.cells["assistant"])]
    silent = [lost and cells["lost_reason"] is None and not cells["gift_only"] for cells, lost in found]
    row = {"visits": len(found), "lost": sum(lost for _, lost in found), "without_reason": sum(silent)}
    return [row | {"gift_only": sum(cells["gift_only"] is True for cells, _ in found)}]
