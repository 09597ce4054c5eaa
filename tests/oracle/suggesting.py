"""The grade that the facts suggest for an open customer, by the rule set of the store."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from tests.oracle.funnel import Answer
from tests.oracle.grades import held_by
from tests.oracle.journeys import STAGES
from tests.oracle.known import Customer
from tests.oracle.world import World

REACHED = ("connected", "agreed", "joined", "visited")
LETTER_OF = {
    **dict.fromkeys(("visited_agreed", "referred", "months_3"), "A"),
    **dict.fromkeys(("connected", "months_6"), "B"),
    **dict.fromkeys(("not_reached", "months_12"), "C"),
    **dict.fromkeys(("refused", "no_date", "later"), "D"),
}


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, or the last of that month."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def by_campaign(one: Customer, day: date) -> str | None:
    """Return what came of the campaign for somebody who was called or invited by the day."""
    answer = one.last("answer")
    if not any(one.has(event, day) for event in STAGES["campaign"][:4]):
        return None
    if answer == "refused":
        return "refused"
    if one.has("visited", day) and answer == "agreed":
        return "visited_agreed"
    return "connected" if any(one.has(event, day) for event in REACHED) else "not_reached"


def by_lead_time(one: Customer, day: date, *, referred: bool) -> str | None:
    """Return how far off the need of a lead is, or that somebody sent the customer."""
    needed_on, source = one.last("needed_on"), one.last("source") or ""
    if referred or "介绍" in source or "referral" in source.lower():
        return "referred"
    if needed_on is None:
        return "no_date" if one.has("lead", day) else None
    return next((f"months_{n}" for n in (3, 6, 12) if needed_on <= months_later(day, n)), "later")


def suggested(world: World, day: date, assistant: str | None) -> Iterator[tuple[Customer, str, str]]:
    """Yield the open customers for whom the facts suggest a grade, with it and the fact."""
    sent = {(row.cells["store"], row.customers["referred"]) for row in world.of("referrals", last=day)}
    for one in world.open(day):
        if not held_by(one, assistant):
            continue
        if world.rules.value("grade_rules", one.store, day) == "campaign":
            fact = by_campaign(one, day)
        else:
            fact = by_lead_time(one, day, referred=(one.store, one.key) in sent)
        if fact:
            yield one, LETTER_OF[fact], fact


def agreement(world: World, day: date, assistant: str | None) -> Answer:
    """How many graded customers of each assistant have the grade that the facts suggest."""
    found: dict[tuple[str, str], list[bool]] = {}
    for one, letter, _ in suggested(world, day, assistant):
        grade = one.letter(day)
        if grade:
            found.setdefault((one.store, one.last("holder")), []).append(grade == letter)
    places = sorted(found, key=lambda place: (place[0], place[1] is None, place[1] or ""))
    return [
        {
            "store": store,
            "assistant": name,
            "customers": len(found[store, name]),
            "agreeing": sum(found[store, name]),
            "share": Fraction(sum(found[store, name]), len(found[store, name])),
        }
        for store, name in places
    ]
