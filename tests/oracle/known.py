"""What the rows tell of each customer of a store: the days of the stages, and what was said last."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from tests.oracle.imported import Standing
from tests.oracle.rows import Row

# Of one day, the order in which logs are believed to have been written: what comes later has the last word.
ORDER = {
    "orders": 0,
    "group_members": 0,
    "leads": 1,
    "calls": 2,
    "invites": 3,
    "visits": 4,
    "services": 5,
    "handovers": 6,
}
TOUCHES = ("calls", "invites", "visits", "services")


@dataclass
class Customer:
    """A customer of a store. ``days`` are those of each stage and event, ``said`` every word in order, by topic.

    ``orders`` are the numbers of orders, and the places of rows without one.
    """

    store: str
    key: int
    days: dict[str, list[date]] = field(default_factory=dict)
    said: dict[str, list[tuple[date, Any]]] = field(default_factory=dict)
    revenue: Decimal = Decimal(0)
    orders: set[Any] = field(default_factory=set)

    def first(self, event: str) -> date | None:
        return min(self.days.get(event, ()), default=None)

    def latest(self, event: str) -> date | None:
        return max(self.days.get(event, ()), default=None)

    def last(self, topic: str, day: date = date.max) -> Any:
        """Return what was said last of a topic up to a day."""
        return next((word for of_day, word in reversed(self.said.get(topic, ())) if of_day <= day), None)

    def has(self, event: str, day: date) -> bool:
        """Whether something has happened by the day."""
        first = self.first(event)
        return first is not None and first <= day

    def letter(self, day: date) -> str | None:
        """Return the letter of the grade said last up to a day."""
        grade = self.last("grade", day)
        return grade[:1] if grade else None

    @property
    def came_by(self) -> str | None:
        """How a lead first came, by what was said first."""
        return self.said["came_by"][0][1] if "came_by" in self.said else None


def customers(rows: Iterable[Standing]) -> dict[tuple[str, int], Customer]:
    """Return the customers whom any row tells of: a handover not done tells nothing, a referral is no meeting."""
    found: dict[tuple[str, int], Customer] = {}
    told = [row for row in rows if row.kind in ORDER]
    for row in sorted(told, key=lambda row: (row.cells["date"], ORDER[row.kind], row.said)):
        cells, day = row.cells, row.cells["date"]
        if row.customer is None or (row.kind == "handovers" and cells["status"] != "done"):
            continue
        place = cells["store"], row.customer
        customer = found.setdefault(place, Customer(*place))
        events = [("met", day), *_events(row)] + [("touch", day)] * (row.kind in TOUCHES)
        for event, on in events:
            customer.days.setdefault(event, []).append(on)
        for topic, word in _words(row):
            if word is not None:
                customer.said.setdefault(topic, []).append((day, word))
        if row.kind == "orders":
            customer.revenue += cells["amount"]
            if cells["kind"] != "refund":
                customer.orders.add(cells["order_id"] or row.said)
    return found


def _events(row: Standing) -> Iterator[tuple[str, date]]:
    """Yield the stages a row shows its customer at, each with its day."""
    cells, day = row.cells, row.cells["date"]
    knows_phone, knows_wechat = row.has_phone, bool(cells.get("wechat"))
    match row.kind:
        case "calls":
            yield from _called(cells, day)
            knows_wechat = knows_wechat or cells["wechat_added"] is True
        case "invites":
            yield from _invited(cells, day)
        case "leads":
            yield "lead", day
            if cells["valid"] is not None:
                yield ("valid" if cells["valid"] else "invalid"), day
            knows_phone = knows_phone or cells["got_phone"] is True or cells["first_contact"] == "phone"
            knows_wechat = knows_wechat or cells["got_wechat"] is True or cells["first_contact"] == "wechat"
        case "visits" | "orders":
            yield from _came(row.kind, cells, day)
        case _:
            return
    if knows_phone:
        yield "phone", day
    if knows_wechat:
        yield "wechat", day


def _called(cells: Row, day: date) -> Iterator[tuple[str, date]]:
    yield "called", day
    if cells["outcome"] == "connected":
        yield "connected", day
    if cells["group_agreed"]:
        yield "agreed", day
    if cells["visit_agreed"]:
        yield "invited", day


def _came(kind: str, cells: Row, day: date) -> Iterator[tuple[str, date]]:
    if kind == "visits":
        yield "visited", day
    if cells["closed"] if kind == "visits" else cells["kind"] != "refund":
        yield "ordered", day


def _invited(cells: Row, day: date) -> Iterator[tuple[str, date]]:
    if cells["agreed_to"] in ("group", "both"):
        yield "agreed", day
    if cells["agreed_to"] in ("visit", "both"):
        yield "invited", day
    for word, stage in (("joined_group", "joined"), ("visited", "visited"), ("closed", "ordered")):
        on = cells[f"{word.partition('_')[0]}_on"]
        if cells[word] or (cells[word] is None and on):
            yield stage, on or day


def _words(row: Standing) -> Iterator[tuple[str, Any]]:
    """Yield what a row says of its customer; who takes a customer over holds it."""
    cells = row.cells
    yield "customer", cells["customer"]
    yield "grade", cells.get("grade")
    yield "product", cells.get("product")
    if row.kind == "handovers":
        yield "holder", cells["to_assistant"]
    elif row.kind not in ("orders", "group_members"):
        yield "holder", cells["assistant"]
    if row.kind == "leads":
        yield "source", cells["source"]
        yield "needed_on", cells["needed_on"]
        yield "came_by", _came_by(row)
    if row.kind == "calls" and (cells["group_agreed"] is not None or cells["outcome"] == "rejected"):
        yield "answer", "agreed" if cells["group_agreed"] else "refused"
    if row.kind == "invites" and (
        cells["agreed_to"] in ("group", "both")
        or any(stage == "joined" for stage, _ in _invited(cells, row.cells["date"]))
    ):
        yield "answer", "agreed"


def _came_by(row: Standing) -> str | None:
    """Return the contact by which a lead came: as written down, else the only one known."""
    cells = row.cells
    if cells["first_contact"] in ("phone", "wechat"):
        return str(cells["first_contact"])
    if row.has_phone != bool(cells["wechat"]) and (row.has_phone or not cells["phone"]):
        return "phone" if row.has_phone else "wechat"
    return None
