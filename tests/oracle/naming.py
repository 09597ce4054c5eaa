"""The answers to the questions who somebody is, as rows."""

from datetime import date
from typing import Any

from tests.oracle.funnel import Answer
from tests.oracle.known import Customer
from tests.oracle.lists import by_touch, listed
from tests.oracle.world import World


def _is_meant(world: World, one: Customer, words: str) -> bool:
    if words.lower() in (one.last("customer") or "").lower():
        return True
    for kind, value in world.people.contacts(one.key):
        if kind == "phone" and len(words) >= 4 and value.endswith(words):
            return True
        if kind == "wechat" and value.lower() == words.lower():
            return True
    return False


def found(world: World, words: str, most: int) -> Answer:
    """Who has these words in the name, at the end of a phone, or as the WeChat id."""
    rows = []
    for one in world.customers.values():
        if _is_meant(world, one, words):
            row = listed(world, one)
            rows.append(row | {"holder": row.pop("assistant"), "ties": world.people.ties_of(one.key)})
    return sorted(rows, key=by_touch)[:most]


def known(world: World, customer: int) -> Answer:
    """What each store knows of a customer."""
    rows = []
    for one in world.customers.values():
        if one.key == customer:
            row: dict[str, Any] = listed(world, one) | {"orders": len(one.orders), "revenue_cny": one.revenue}
            row |= {topic: one.last(topic, date.max) for topic in ("source", "product", "needed_on")}
            events = {"first_on": "met", "lead_on": "lead", "visited_on": "visited", "ordered_on": "ordered"}
            rows.append(row | {name: one.first(event) for name, event in events.items()})
    return sorted(rows, key=lambda row: str(row["store"]))
