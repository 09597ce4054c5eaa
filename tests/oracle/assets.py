"""The answers to the questions on customer assets, as rows."""

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

from tests.oracle.funnel import Answer, last_of_all
from tests.oracle.imported import Standing
from tests.oracle.lists import listed
from tests.oracle.staffing import leavers, on_duty
from tests.oracle.unclosed import LONG, Asset, unclosed
from tests.oracle.world import World

GRAVEST = ("holder_left", "probably_lost", "stale", "safe")


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
