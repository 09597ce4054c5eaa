"""Who sits in the groups of some stores: every count as it stands, and the members on a day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.oracle.imported import Standing
from tests.oracle.known import Customer
from tests.oracle.world import World

Group = tuple[str, str]  # of a store, by name


@dataclass
class Counted:
    """What one count says of one customer: of several rows what was said last, but out is out."""

    inviter: str | None = None
    channel: str | None = None
    junk_reason: str | None = None
    joined_on: date | None = None
    left_on: date | None = None
    removed: bool = False

    def hear(self, row: Standing) -> None:
        cells = row.cells
        self.inviter = cells["assistant"] or self.inviter
        self.channel = cells.get("channel") or self.channel
        self.junk_reason = cells["junk_reason"] or self.junk_reason
        self.joined_on = cells.get("joined_on") or self.joined_on
        self.left_on = min((day for day in (self.left_on, cells.get("left_on")) if day), default=None)
        self.removed = self.removed or bool(cells.get("removed"))


@dataclass(frozen=True)
class Member:
    """A customer in the last count of a group, neither removed nor gone."""

    group: Group
    customer: Customer
    counted: Counted
    counted_on: date
    grade: str | None
    holder: str | None

    @property
    def part(self) -> str:
        if self.counted.junk_reason:
            return "junk"
        return "intent" if self.grade and self.grade[0] in "AB" else "others"

    def is_of(self, assistant: str | None) -> bool:
        return assistant in (None, self.counted.inviter, self.holder)


Counts = dict[Group, dict[date, dict[int, Counted]]]


def counts(world: World, day: date) -> Counts:
    """Return the counts of each group up to a day, each with whom it names; a count may name nobody."""
    found: Counts = {}
    for row in sorted(world.of("group_members", last=day), key=lambda row: row.said):
        group = row.cells["store"], row.cells["group_name"]
        of_day = found.setdefault(group, {}).setdefault(row.cells["date"], {})
        if row.customer is not None:
            of_day.setdefault(row.customer, Counted()).hear(row)
    return found


def members(world: World, day: date, assistant: str | None) -> list[Member]:
    """Return everybody who sits in a group on a day; who sits in two is there twice."""
    found: list[Any] = []
    for group, of_group in counts(world, day).items():
        last = max(of_group)
        for key, counted in of_group[last].items():
            if not counted.removed and not (counted.left_on and counted.left_on <= day):
                one = world.customers[group[0], key]
                found.append(Member(group, one, counted, last, one.last("grade", day), one.last("holder", day)))
    return [member for member in found if member.is_of(assistant)]
