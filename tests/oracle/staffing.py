"""Who works where and from when to when, left to chance apart from all else; and who is there on a day."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random

from tests.oracle.files import Rule
from tests.oracle.rows import ASKED, DAYS, FIRST, Row
from tests.oracle.world import World

SINCE_HANDING_IN = timedelta(14)  # a store without a staff table counts whoever handed in so recently
HOLDING_RULES = {"lead_value": ("", "80.50"), "touch_days_c": ("5", "40"), "touch_days_d": ("45", "10")}


def staff(chance: Random, stores: Sequence[str], names: Sequence[str]) -> list[Row]:
    """Return the staff tables of half of the stores: some left, some came back, some are managers."""
    found: list[Row] = []
    for store in stores:
        if chance.random() < 0.5:
            continue
        for name in names:
            if chance.random() < 0.2:
                continue
            hired = chance.choice((None, date(2026, 1, 1), FIRST + timedelta(chance.randrange(DAYS))))
            after = [day for day in (*ASKED, ASKED[0] - timedelta(1)) if hired is None or day > hired]
            left = chance.choice((None, None, *after))
            role = chance.choice((None, "assistant", "assistant", "manager"))
            found.append({"store": store, "assistant": name, "role": role, "hired_on": hired, "left_on": left})
            if left and chance.random() < 0.3:
                back = left + timedelta(chance.choice((1, 20)))
                found.append(found[-1] | {"hired_on": back, "left_on": None})
    return found


def own_rules(chance: Random, stores: Sequence[str], values: Mapping[str, Sequence[str]]) -> list[Rule]:
    """Return what some stores say of their own on some rules."""
    names = sorted(values)
    found = []
    for store in stores:
        for name in chance.sample(names, min(chance.choice((0, 0, 1, 3)), len(names))):
            day = chance.choice((date(2026, 3, 1), date(2026, 7, 1)))
            found.append(Rule(name, store, chance.choice(values[name]), day))
    return found


def leavers(world: World, day: date) -> set[tuple[str, str]]:
    """Return store and name of who left by a day, the last day at work included, and is not there again."""
    return {
        place
        for place, spells in _tables(world).items()
        if any(spell["left_on"] and spell["left_on"] <= day for spell in spells)
        and not any((s["hired_on"] or date.min) <= day < (s["left_on"] or date.max) for s in spells)
    }


def on_duty(world: World, day: date) -> set[tuple[str, str]]:
    """Return store and name of who is on duty: who is employed as an assistant, or hands in without being staff."""
    tables = _tables(world)
    found = set()
    for place, spells in tables.items():
        now = [s for s in spells if (s["hired_on"] or date.min) <= day <= (s["left_on"] or date.max)]
        if now and (max(now, key=lambda s: s["hired_on"] or date.min)["role"] or "assistant") == "assistant":
            found.add(place)
    kept = {store for store, _ in tables}
    for kind in ("calls", "invites"):
        for row in world.of(kind, day - SINCE_HANDING_IN, day):
            place = row.cells["store"], row.cells["assistant"]
            if place not in tables and (row.cells["date"] == day or row.cells["store"] not in kept):
                found.add(place)
    return found


def opened(world: World, day: date, people: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return those of the people whose store is open on a day, or who handed in on it all the same."""
    shut = closed(world, day)
    handed_in = [*world.of("calls", day, day), *world.of("invites", day, day)]
    came = {(row.cells["store"], row.cells["assistant"]) for row in handed_in}
    return {place for place in people if place[0] not in shut or place in came}


def closed(world: World, day: date) -> set[str]:
    """Return the stores that their calendars close on a day."""
    return {row.cells["store"] for row in world.of("calendar", day, day) if not row.cells["open"]}


def with_a_table(world: World) -> set[str]:
    """Return the stores with a staff table."""
    return {store for store, _ in _tables(world)}


def _tables(world: World) -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = {}
    for row in world.rows:
        if row.kind == "staff":
            found.setdefault((row.cells["store"], row.cells["assistant"]), []).append(row.cells)
    return found
