"""One row of each log, its cells left to chance: what a careless assistant may write of a customer on a day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

Row = dict[str, Any]

FIRST = date(2026, 3, 1)
DAYS = 200
LAST = FIRST + timedelta(DAYS - 1)
MAYBE = (None, True, False)
SOMETIMES = (None, None, None, True, False)
GRADES = (None, None, None, "A", "A1", "A2", "B", "B3", "C", "D", "D4")
PRODUCTS = (None, "冰箱", "床柜", "空调")
SOURCES = (None, "美团", "抖音", "老客户介绍", "Referral card")
# Days on which lists are asked for, and around which needs lie at the edges of 3, 6 and 12 months.
ASKED = (date(2026, 6, 30), date(2026, 8, 31), LAST)
EDGES = (
    *(date(2026, 9, 29), date(2026, 9, 30), date(2026, 10, 1), date(2026, 12, 30), date(2026, 12, 31)),
    *(date(2027, 6, 30), date(2027, 7, 1), date(2026, 11, 30), date(2026, 12, 1), date(2027, 2, 28)),
    *(date(2027, 3, 1), date(2027, 8, 31), date(2027, 9, 1), date(2026, 12, 16), date(2026, 12, 17)),
    *(date(2027, 3, 16), date(2027, 3, 17), date(2027, 9, 16), date(2027, 9, 17), date(2026, 4, 4)),
)


@dataclass(frozen=True)
class Person:
    """Somebody who may be known by a name, a phone, a WeChat id, or several of them."""

    name: str
    phone: str | None
    wechat: str | None


def shown(chance: Random, person: Person, *, wechat: bool = True) -> Row:
    """Return what of a person is written down this time."""
    row: Row = {"customer": person.name if chance.random() < 0.8 else None, "phone": person.phone}
    how = chance.random()
    if how < 0.35:
        row["phone"] = None
    elif how < 0.42:
        row["phone"] = chance.choice(("138****1234", "8801"))
    if wechat:
        row["wechat"] = person.wechat if chance.random() < 0.6 else None
    return row


def some_day(chance: Random, day: date) -> date | None:
    """Return no day, this one or one near it, never after the last."""
    near = chance.choice((None, None, 0, 0, -2, 1, 3, 20))
    return None if near is None else min(day + timedelta(near), LAST)


def call(chance: Random, day: date) -> Row:
    return {
        "outcome": chance.choice(("connected", "connected", "no_answer", "rejected", "invalid", "other", None)),
        "grade": chance.choice(GRADES),
        "product": chance.choice(PRODUCTS),
        "wechat_added": chance.choice(SOMETIMES),
        "group_agreed": chance.choice(SOMETIMES),
        "visit_agreed": chance.choice(SOMETIMES),
    }


def invite(chance: Random, day: date) -> Row:
    return {
        "grade": chance.choice(GRADES),
        "product": chance.choice(PRODUCTS),
        "agreed_to": chance.choice(("group", "visit", "both", "other", None)),
        "joined_group": chance.choice(SOMETIMES),
        "joined_on": some_day(chance, day),
        "visited": chance.choice(SOMETIMES),
        "visited_on": some_day(chance, day) if chance.random() < 0.3 else None,
        "closed": chance.choice((None, None, *SOMETIMES)),
        "closed_on": some_day(chance, day) if chance.random() < 0.15 else None,
        "amount": chance.choice((None, Decimal("80.00"))),
    }


def lead(chance: Random, day: date) -> Row:
    near = chance.choice((None, *EDGES)) if chance.random() < 0.7 else day + timedelta(chance.randint(0, 500))
    return {
        "lead_id": f"K{chance.randint(1, 25)}" if chance.random() < 0.4 else None,
        "source": chance.choice(SOURCES),
        "first_contact": chance.choice((None, "phone", "wechat", "none", "other")),
        "valid": chance.choice((None, True, True, False)),
        "got_wechat": chance.choice(SOMETIMES),
        "got_phone": chance.choice(SOMETIMES),
        "needed_on": near,
        "grade": chance.choice(GRADES),
        "cost": chance.choice((None, Decimal("12.50"))),
        "product": chance.choice(PRODUCTS),
    }


def visit(chance: Random, day: date) -> Row:
    return {
        "source": chance.choice((None, "invited", "walk_in", "other")),
        "grade": chance.choice(GRADES),
        "product": chance.choice(PRODUCTS),
        "closed": chance.choice((None, None, True, False)),
        "amount": chance.choice((None, Decimal("90.00"))),
        "lost_reason": chance.choice((None, None, "价格", "款式", "位置")),
        "gift_only": chance.choice((None, None, True, False)),
    }


def order(chance: Random, day: date) -> Row:
    amount = Decimal(chance.randint(1, 900_000)) / 100
    return {
        "order_id": f"D{chance.randint(1, 40)}" if chance.random() < 0.6 else None,
        "line": chance.choice((None, None, "1", "2")),
        "product": chance.choice(PRODUCTS),
        "amount": -amount if chance.random() < 0.12 else amount,
        "kind": chance.choice((None, None, "sale", "sale", "refund", "other")),
        "cost": chance.choice((None, None, Decimal("700.00"), round(amount * Decimal("0.6"), 2))),
        "category": chance.choice((None, "家电", "家具")),
        "region": chance.choice((None, "城东", "城西")),
    }


def service(chance: Random, day: date) -> Row:
    return {
        "service": chance.choice((None, "cleaning", "care", "other")),
        "cost": chance.choice((None, Decimal("50.00"), Decimal("1200.00"))),
        "referrals_given": (None, 0, 1, 4, 0, 7, 12)[day.toordinal() % 7],
    }


def member(chance: Random, day: date) -> Row:
    return {
        "group_name": chance.choice(("城东1群", "城东2群")),
        "grade": chance.choice(GRADES),
        "junk_reason": chance.choice((None, None, "advertiser", "other")),
    }


def referral(chance: Random, day: date) -> Row:
    return {"action": chance.choice(("refer", "join_group", None))}


def handover(chance: Random, day: date) -> Row:
    return {"status": chance.choice(("done", "done", "waiting", "refused", None))}


MAKERS: dict[str, Callable[[Random, date], Row]] = {
    "calls": call,
    "invites": invite,
    "leads": lead,
    "visits": visit,
    "orders": order,
    "services": service,
    "group_members": member,
    "referrals": referral,
    "handovers": handover,
}
