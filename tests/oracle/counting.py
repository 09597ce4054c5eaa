"""Groups counted again and again, left to chance apart from all else: who joined, left, was removed or forgotten."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from decimal import Decimal
from random import Random

from tests.oracle.rows import DAYS, FIRST, GRADES, LAST, Person, Row, shown

GROUP_RULES = {
    "group_intent_rate": ("0.9", "0.1", ""),
    "baseline_month": ("2026-03", "2026-05", "2026-04", ""),
    "saving_target": ("0", "0.5", ""),
}
GROUPS = ("城东1群", "城东2群")
CHANNELS = (None, "扫码", "电话邀约")
JUNK = (None, None, None, None, "no_intent", "troublemaker", "competitor", "advertiser", "other")


def write_costs(chance: Random, leads: list[Row], careful: Collection[str]) -> None:
    """Give every lead of the careful stores a cost: without any gap a month's cost can be told."""
    for row in leads:
        if row["store"] in careful and row["cost"] is None:
            row["cost"] = chance.choice((Decimal("0.00"), Decimal("33.33"), Decimal("120.00")))


def counts(chance: Random, store: str, known: list[Person], team: Sequence[str]) -> list[Row]:
    """Return every count of a store's groups; half of the stores count none."""
    found: list[Row] = []
    for group in GROUPS[: chance.choice((0, 0, 0, 1, 2))]:
        members = [_member(chance, person, team) for person in chance.sample(known, min(len(known), 12))]
        place = chance.randrange(DAYS // 2)
        for _ in range(chance.randint(1, 4)):
            for person, member in members:
                for _ in range(chance.choice((0, 1, 1, 1, 1, 1, 1, 2))):
                    of = {"store": store, "date": FIRST + timedelta(place), "group_name": group}
                    found.append(of | shown(chance, person) | _as_counted(chance, member, place))
            place = min(place + chance.choice((1, 6, 7, 8, 30)), DAYS - 1)
    return found


def _member(chance: Random, person: Person, team: Sequence[str]) -> tuple[Person, Row]:
    """Return what is so of a member, as places among the days, whoever writes it down."""
    joined = chance.choice((None, chance.randrange(DAYS), chance.randrange(DAYS // 2)))
    left = None if joined is None or chance.random() < 0.6 else joined + chance.choice((0, 1, 6, 7, 8, 40, -9))
    who = {"assistant": chance.choice((None, *team)), "channel": chance.choice(CHANNELS)}
    return person, who | {"joined": joined, "left": left, "junk": chance.choice(JUNK)}


def _as_counted(chance: Random, member: Row, place: int) -> Row:
    """Return what a count on a day says of a member; it may say less than is so."""
    row: Row = {name: member[name] if chance.random() < 0.8 else None for name in ("assistant", "channel")}
    for name in ("joined", "left"):
        is_said = member[name] is not None and chance.random() < 0.8
        row[f"{name}_on"] = min(FIRST + timedelta(member[name]), LAST) if is_said else None
    row["junk_reason"] = member["junk"] if chance.random() < 0.7 else None
    return row | {"removed": chance.choice((None, None, None, False, False, True)), "grade": chance.choice(GRADES)}
