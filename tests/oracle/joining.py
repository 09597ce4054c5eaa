"""Who agreed to join a group, who joined when, and what is known of the seventh day after."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.oracle.grouped import Counted, Group, counts
from tests.oracle.imported import Standing
from tests.oracle.known import ORDER
from tests.oracle.world import World

WEEK = timedelta(7)
Place = tuple[str, int]  # a customer of a store


@dataclass(frozen=True)
class Joining:
    """A customer's joining of a group; None: of one that no count knows."""

    place: Place
    group: Group | None
    joined_on: date | None
    assistant: str | None
    channel: str | None


@dataclass(frozen=True)
class Invited:
    """A customer who agreed to join: whom first, and whether the customer has come since."""

    store: str
    assistant: str
    has_come: bool


def _said(world: World, last: date) -> Iterator[tuple[Place, date, Standing]]:
    """Yield each row of the invites that says its customer joined, and when: the day it names, else its own."""
    for row in sorted(world.of("invites", last=last), key=lambda row: row.cells["date"]):
        cells = row.cells
        joined_on = cells["joined_on"] or cells["date"]
        has_joined = cells["joined_group"] or (cells["joined_group"] is None and cells["joined_on"])
        if row.customer is not None and has_joined and joined_on <= last:
            yield (cells["store"], row.customer), joined_on, row


def joinings(world: World, last: date) -> list[Joining]:
    """Return every joining known by a day: as the counts of the group say, else as the invites do.

    The invites don't name a group: what they say last before the first count that names the customer is meant, and
    their first word where no count does.
    """
    told: dict[Place, dict[date, str]] = {}
    for place, joined_on, row in _said(world, last):
        told.setdefault(place, {})[joined_on] = row.cells["assistant"]
    found, in_counts = [], set()
    for group, of_group in counts(world, last).items():
        for key in {key for of_day in of_group.values() for key in of_day}:
            place = group[0], key
            in_counts.add(place)
            days = sorted(day for day in of_group if key in of_group[day])
            seen = [of_group[day][key] for day in days]
            before = max((day for day in told.get(place, {}) if day <= days[0]), default=None)
            joined_on = _last(one.joined_on for one in seen if one.joined_on and one.joined_on <= last) or before
            inviter = _last(one.inviter for one in seen) or (told[place][before] if before else None)
            found.append(Joining(place, group, joined_on, inviter, _last(one.channel for one in seen)))
    for place, days_told in told.items():
        if place not in in_counts:
            found.append(Joining(place, None, min(days_told), days_told[min(days_told)], None))
    return found


def _last(words: Iterable[Any]) -> Any:
    return next((word for word in reversed(list(words)) if word is not None), None)


def state(joining: Joining, of_group: dict[date, dict[int, Counted]], last: date) -> str:
    """Return "open", "gone", "stayed" or "unknown": whether a customer was still there on the seventh day.

    What was said of a customer before that joining is about another one.
    """
    joined_on = joining.joined_on
    assert joined_on is not None
    seventh = joined_on + WEEK
    if seventh > last:
        return "open"
    has_stayed = False
    for day, named in of_group.items():
        one = named.get(joining.place[1])
        if day < joined_on:
            continue
        if one and one.left_on and joined_on <= one.left_on < seventh:
            return "gone"
        if day <= seventh and ((one and one.removed) or (not one and day > joined_on)):
            return "gone"
        if day >= seventh and one and not one.removed and not (one.left_on and one.left_on < seventh):
            has_stayed = True
    return "stayed" if has_stayed else "unknown"


def stays(world: World, first: date, last: date, assistant: str | None) -> list[tuple[Joining, str]]:
    """Return who joined between two days, each with what became of it."""
    of_groups = counts(world, last)
    return [
        (one, state(one, of_groups[one.group] if one.group else {}, last))
        for one in joinings(world, last)
        if one.joined_on and first <= one.joined_on <= last and assistant in (None, one.assistant)
    ]


def invited(world: World, first: date, last: date, assistant: str | None) -> list[Invited]:
    """Return who agreed to join between two days, by who asked first."""
    came: dict[Place, date] = {}
    for place, _, row in _said(world, last):
        came[place] = max(came.get(place, date.min), row.cells["date"])
    for (store, _), of_group in counts(world, last).items():
        for key, one in ((key, one) for of_day in of_group.values() for key, one in of_day.items()):
            if one.joined_on and one.joined_on <= last:
                came[store, key] = max(came.get((store, key), date.min), one.joined_on)
    asked: dict[Place, Standing] = {}
    rows = [*world.of("calls", first, last), *world.of("invites", first, last)]
    for row in sorted(rows, key=lambda row: (row.cells["date"], ORDER[row.kind], row.said)):
        agreed = row.cells["group_agreed"] if row.kind == "calls" else row.cells["agreed_to"] in ("group", "both")
        if agreed and row.customer is not None:
            asked.setdefault((row.cells["store"], row.customer), row)
    found = [
        Invited(place[0], row.cells["assistant"], place in came and came[place] >= row.cells["date"])
        for place, row in asked.items()
    ]
    return [one for one in found if assistant in (None, one.assistant)]
