"""The answers to the questions on referrals, as rows."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import sqrt
from typing import Any

from tests.oracle.funnel import Answer, last_of_all
from tests.oracle.imported import Standing
from tests.oracle.lists import masked
from tests.oracle.rates import Z, interval, verdict
from tests.oracle.world import World
from tests.queries import plain_ledger
from tests.queries.plain_ledger import Action

Place = tuple[str, int]
GIFTS = ("gift_small", "gift_medium", "gift_large")
REFERRAL_RULES = {
    "points_refer": ("15", "0"),
    "points_join_group": ("7", "4"),
    "points_other": ("1", "3"),
    "points_share": ("0.33", "1", "0"),
    "referral_levels": ("1", "2"),
    "gift_small": ("5", "100"),
    "gift_large": ("40", "60"),
    "service_referrals": ("1", "2"),
    "service_referrals_good": ("4",),
}


def _said(world: World, day: date) -> list[Standing]:
    return sorted(world.of("referrals", last=day), key=lambda row: (row.cells["date"], row.said))


def actions(world: World, day: date) -> Answer:
    """Every action by somebody known, with its points by the rules of its day."""
    rows = []
    for row in _said(world, day):
        cells, who = row.cells, row.customers["referrer"]
        if who is None:
            continue
        action, place = cells["action"] or "other", (cells["store"], cells["date"])
        points = Decimal(world.rules.number(f"points_{action}", *place))
        share = Decimal(world.rules.value("points_share", *place))
        passed = (points * share).quantize(Decimal("0.1"), ROUND_HALF_UP)
        rows.append(
            {
                "store": cells["store"],
                "day": cells["date"],
                "assistant": cells["assistant"],
                "action": action,
                "customer_key": who,
                "referred_key": row.customers["referred"],
                "points": points,
                "passed": passed if world.rules.number("referral_levels", *place) > 1 else Decimal(0),
            }
        )
    return rows


def _kept(world: World, day: date) -> list[Action]:
    return [
        Action(
            **{name: row[name] for name in ("store", "day", "action", "points", "passed")},
            who=row["customer_key"],
            whom=row["referred_key"],
        )
        for row in actions(world, day)
    ]


def balances(world: World, day: date) -> dict[Place, Decimal]:
    """What everybody has in points, kept by hand."""
    return plain_ledger.balances(_kept(world, day))


def brought(world: World, day: date) -> dict[Place, tuple[int, date]]:
    """Who brought everybody, and when."""
    return plain_ledger.brought(_kept(world, day))


def people(world: World, day: date) -> Answer:
    """Everybody who acted or was named: what the other logs say of them, else the last of these rows."""
    told: dict[Place, dict[str, Any]] = {}
    for row in _said(world, day):
        for person in ("referrer", "referred"):
            if (key := row.customers[person]) is None:
                continue
            words = told.setdefault((row.cells["store"], key), {"customer": None, "assistant": None})
            words["customer"] = row.cells[person] or words["customer"]
            words["assistant"] = row.cells["assistant"] or words["assistant"]
    rows = []
    for (store, key), words in sorted(told.items()):
        one = world.customers.get((store, key))
        came, ordered = _came(world, (store, key)), one.first("ordered") if one else None
        rows.append(
            {
                "store": store,
                "customer_key": key,
                "customer": (one and one.last("customer")) or words["customer"],
                "contacts": sorted({masked(of) for of in world.people.contacts(key) if of[0] != "name"}),
                "assistant": (one and one.last("holder")) or words["assistant"],
                "visited_on": came if came and came <= day else None,
                "ordered_on": ordered if ordered and ordered <= day else None,
            }
        )
    return rows


def _came(world: World, place: Place) -> date | None:
    one = world.customers.get(place)
    days = [one.first(event) for event in ("visited", "ordered")] if one else []
    return min((day for day in days if day), default=None)


def gifts(world: World, day: date) -> Answer:
    """From how many points on each store gives each gift."""
    rows = [
        {"store": store, "gift": gift, "points": world.rules.number(gift, store, day)}
        for store in world.stores
        for gift in GIFTS
    ]
    return sorted(rows, key=lambda row: (row["store"], row["points"], GIFTS.index(row["gift"])))


def per_service(world: World, first: date, last: date, assistant: str | None, cut: str) -> Answer:
    """How many were named per service visit that says so, with the score interval of a Poisson rate."""
    found: dict[tuple[str, str | None], list[int | None]] = {}
    for row in world.of("services", first, last):
        who = row.cells["assistant"]
        if assistant in (None, who):
            place = row.cells["store"], who if cut == "assistant" else None
            found.setdefault(place, []).append(row.cells["referrals_given"])
    rows = []
    for (store, who), given in sorted(found.items(), key=lambda item: (item[0][0], last_of_all(item[0][1]))):
        told = [count for count in given if count is not None]
        named, low, high = sum(told), None, None
        if told:
            reach = Z * sqrt(named + Z * Z / 4)
            low, high = ((named + Z * Z / 2 + side * reach) / len(told) for side in (-1, 1))
        due = world.rules.number("service_referrals", store, last)
        row = {"store": store, "assistant": who, "visits": len(given), "told": len(told), "without": told.count(0)}
        row |= {"referrals": named, "per_visit": Fraction(named, len(told)) if told else None}
        row |= {"low": low, "high": high, "due": due}
        row |= {"good": world.rules.number("service_referrals_good", store, last)}
        rows.append(row | {"verdict": verdict(low, high, Fraction(due))})
    return rows


def conversion(world: World, first: date, last: date, assistant: str | None) -> Answer:
    """What came of those named by somebody else who had not come before, and of leads whom nobody named."""
    named: dict[Place, date] = {}
    for row in _said(world, last):
        whom = row.customers["referred"]
        if whom is not None and whom != row.customers["referrer"]:
            named.setdefault((row.cells["store"], whom), row.cells["date"])
    found: dict[tuple[bool, str | None], list[tuple[bool, bool, bool]]] = {}
    for place, on in named.items():
        one, came = world.customers.get(place), _came(world, place)
        holder = one.last("holder") if one else None
        if on < first or (came and came < on) or assistant not in (None, holder):
            continue
        is_open = on > last - timedelta(world.rules.number("mature_days", place[0], last))
        has_ordered = one is not None and one.has("ordered", last)
        found.setdefault((True, None), []).append((is_open, came is not None and came <= last, has_ordered))
    for way in world.entered("leads", first, last, assistant):
        if (way.customer.store, way.customer.key) not in named:
            reached = way.reached(last)
            one_way = way.is_open(last, world.rules), reached >= 5, reached >= 6
            found.setdefault((False, way.customer.last("source")), []).append(one_way)
    rows = []
    for (is_referred, source), ways in found.items():
        settled = [way for way in ways if not way[0]]
        visited, ordered = (sum(way[place] for way in settled) for place in (1, 2))
        low, high = interval(ordered, len(settled))
        row = {"is_referred": is_referred, "source": source, "customers": len(ways)}
        row |= {"still_open": len(ways) - len(settled), "visited": visited, "ordered": ordered}
        row |= {"visit_share": Fraction(visited, len(settled)) if settled else None}
        rows.append(
            row | {"order_share": Fraction(ordered, len(settled)) if settled else None, "low": low, "high": high}
        )
    return sorted(rows, key=lambda row: (not row["is_referred"], -row["customers"], last_of_all(row["source"])))
