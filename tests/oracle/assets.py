"""The answers to the questions on customer assets, as rows."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.oracle.funnel import Answer, last_of_all
from tests.oracle.imported import Standing
from tests.oracle.known import Customer
from tests.oracle.lists import listed
from tests.oracle.staffing import leavers, on_duty
from tests.oracle.world import World

GRAVEST = ("holder_left", "probably_lost", "stale", "safe")
LONG = 30  # days
Place = tuple[str, int]


@dataclass(frozen=True)
class Asset:
    """A customer without an order as things stood on a day. ``days`` are those without a touch."""

    customer: Customer
    holder: str
    grade: str | None
    touched_on: date | None
    days: int
    allowed: int
    value: Decimal | None
    reason: str

    @property
    def letter(self) -> str | None:
        return self.grade[0] if self.grade else None

    @property
    def counts_as(self) -> str:
        """The grade it is taken for: nobody's counts as C."""
        return self.letter or "C"

    @property
    def by_place(self) -> tuple[Any, ...]:
        return self.customer.store, self.customer.key

    @property
    def by_worth(self) -> tuple[Any, ...]:
        """Return what sorts the dearest first; nothing known of money last."""
        return self.value is None, -(self.value or 0)


def of_customers(rows: list[Standing]) -> dict[Place, list[Standing]]:
    """Return the rows by whom they are about."""
    found: dict[Place, list[Standing]] = {}
    for row in rows:
        if row.customer is not None:
            found.setdefault((row.cells["store"], row.customer), []).append(row)
    return found


def unclosed(world: World, day: date, assistant: str | None) -> list[Asset]:
    """Return everybody with a lead or touch, without an order, who is not junk; None: whoever holds them."""
    leads = of_customers(world.of("leads", last=day))
    counts = of_customers(world.of("group_members", last=day))
    gone = leavers(world, day)
    found = []
    for one in world.open(day):
        place = one.store, one.key
        if (one.has("lead", day) or one.has("touch", day)) and not _is_junk(
            one, leads.get(place, []), counts.get(place, []), day
        ):
            asset = _asset(world, one, leads.get(place, []), day, gone)
            if assistant in (None, asset.holder):
                found.append(asset)
    return found


def _is_junk(one: Customer, leads: list[Standing], counts: list[Standing], day: date) -> bool:
    latest = max((row.cells["date"] for row in counts), default=None)
    if any(row.cells["junk_reason"] for row in counts if row.cells["date"] == latest):
        return True
    reached = any(one.has(event, day) for event in ("connected", "agreed", "joined", "invited", "visited"))
    words = [row.cells["valid"] for row in leads]
    return False in words and True not in words and not reached


def _asset(world: World, one: Customer, leads: list[Standing], day: date, gone: set[tuple[str, str]]) -> Asset:
    touched_on = max((on for on in one.days.get("touch", ()) if on <= day), default=None)
    since = touched_on or one.first("lead")
    assert since is not None
    days = (day - since).days
    allowed = world.rules.number(f"touch_days_{(one.letter(day) or 'C').lower()}", one.store, day)
    costs = [row.cells["cost"] for row in leads if row.cells["cost"] is not None]
    worth = world.rules.value("lead_value", one.store, day)
    value = sum(costs, Decimal(0)) if costs else Decimal(worth).quantize(Decimal("0.01")) if worth else None
    holder = one.last("holder", day)
    if (one.store, holder) in gone:
        reason = "holder_left"
    elif days > max(LONG, allowed):
        reason = "probably_lost"
    else:
        reason = "stale" if days > allowed else "safe"
    return Asset(one, holder, one.last("grade", day), touched_on, days, allowed, value, reason)


def _row(world: World, asset: Asset) -> dict[str, Any]:
    return listed(world, asset.customer) | {
        "assistant": asset.holder,
        "grade": asset.grade,
        "last_touch_on": asset.touched_on,
        "asset_value_cny": asset.value,
        "days": asset.days,
        "product": asset.customer.last("product"),
    }


def _gravest_first(asset: Asset) -> tuple[Any, ...]:
    return GRAVEST.index(asset.reason), asset.counts_as, *asset.by_worth, -asset.days, *asset.by_place


def at_risk(world: World, day: date, assistant: str | None) -> Answer:
    """Who may be lost, the gravest reason first."""
    rows = []
    for asset in sorted(unclosed(world, day, assistant), key=_gravest_first):
        if asset.reason != "safe":
            row = _row(world, asset) | {"reason": asset.reason, "touch_days": asset.allowed}
            rows.append({"holder": row.pop("assistant")} | row)
    return rows


def held(world: World, day: date, assistant: str | None, reason: str | None, most: int) -> Answer:
    """Those with a reason, None: all, and how many there are."""
    found = [asset for asset in unclosed(world, day, assistant) if reason in (None, asset.reason)]
    rows = [_row(world, asset) | {"reason": asset.reason} for asset in sorted(found, key=_gravest_first)]
    return [row | {"of_all": len(rows)} for row in rows[:most]]


def by_holder(world: World, day: date, assistant: str | None) -> Answer:
    """Who holds how many, and who holds nobody but is on duty."""
    found: dict[tuple[str, str], list[Asset]] = {}
    for asset in unclosed(world, day, None):
        found.setdefault((asset.customer.store, asset.holder), []).append(asset)
    present, gone = on_duty(world, day), leavers(world, day)
    rows = []
    for store, holder in found.keys() | present:
        if assistant not in (None, holder):
            continue
        own = found.get((store, holder), [])
        letters, reasons = Counter(asset.letter for asset in own), Counter(asset.reason for asset in own)
        row: dict[str, Any] = {"store": store, "holder": holder, "customers": len(own)}
        row["presence"] = "left" if (store, holder) in gone else "on_duty" if (store, holder) in present else "away"
        row |= {f"grade_{letter.lower()}": letters[letter] for letter in "ABCD"} | {"ungraded": letters[None]}
        row |= {reason: reasons[reason] for reason in GRAVEST}
        row["asset_value_cny"] = _sum(own)
        row["risk_value_cny"] = _sum([asset for asset in own if asset.reason != "safe"])
        rows.append(row)
    return sorted(rows, key=lambda row: (row["store"], -row["customers"], row["holder"]))


def stale(world: World, day: date, assistant: str | None) -> Answer:
    """How many of each store's grades wait for longer than they may."""
    found: dict[tuple[str, str | None], list[Asset]] = {}
    for asset in unclosed(world, day, assistant):
        found.setdefault((asset.customer.store, asset.letter), []).append(asset)
    rows = []
    for (store, letter), own in sorted(found.items(), key=lambda item: (item[0][0], last_of_all(item[0][1]))):
        late = [asset for asset in own if asset.days > asset.allowed]
        row = {"store": store, "grade": letter, "touch_days": own[0].allowed, "customers": len(own)}
        row |= {"overdue": len(late), "probably_lost": sum(asset.days > LONG for asset in late)}
        rows.append(row | {"overdue_share": len(late) / len(own), "overdue_value_cny": _sum(late)})
    return rows


def wake_up(world: World, day: date, assistant: str | None, product: str | None, most: int) -> Answer:
    """Who waits for longer than they may, by grade, then the product promoted, then worth."""
    found = [asset for asset in unclosed(world, day, assistant) if asset.days > asset.allowed]

    def promoted(asset: Asset) -> bool:
        return product is not None and asset.customer.last("product") == product

    def best_first(asset: Asset) -> tuple[Any, ...]:
        return asset.counts_as, not promoted(asset), *asset.by_worth, asset.days, *asset.by_place

    rows = [
        _row(world, asset) | {"touch_days": asset.allowed, "is_promoted": promoted(asset), "of_all": len(found)}
        for asset in sorted(found, key=best_first)
    ]
    return rows[:most]


def _sum(own: list[Asset]) -> Decimal:
    return sum((asset.value or Decimal(0) for asset in own), Decimal("0.00"))


def handovers(world: World, day: date, assistant: str | None) -> Answer:
    """How far handovers got, each customer once from one to the other as said last."""
    latest: dict[Any, Standing] = {}
    for row in sorted(world.of("handovers", last=day), key=lambda row: (row.cells["date"], row.said)):
        people = row.cells["from_assistant"], row.cells["to_assistant"]
        if assistant is None or assistant in people:
            latest[row.cells["store"], *people, row.customer or row.said] = row
    found: dict[tuple[Any, ...], list[date]] = {}
    for (store, given_by, taken_by, _), row in latest.items():
        found.setdefault((store, given_by, taken_by, row.cells["status"]), []).append(row.cells["date"])
    names = ("store", "from_assistant", "to_assistant", "status")
    rows = [
        dict(zip(names, place, strict=True)) | {"customers": len(days), "first_on": min(days), "last_on": max(days)}
        for place, days in found.items()
    ]
    return sorted(
        rows,
        key=lambda row: (-row["last_on"].toordinal(), *(row[name] for name in names[:3]), last_of_all(row["status"])),
    )


def back_within(one: Customer, day: date) -> bool:
    """Whether the customer ordered within 30 days of a touch."""
    ordered = one.first("ordered")
    return ordered is not None and ordered <= day + timedelta(LONG)
