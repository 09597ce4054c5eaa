"""From numbers to the rows of a log, still without a dialect: one list of plain values per column of the log."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray

from data.demo.codes import CUSTOMERS_A_DAY, Agreed, Columns, Grade, Outcome
from data.demo.customers import Customers
from data.demo.days import Activity, activity
from data.demo.people import Assistant, assistants

Cell = str | int | date | None
Rows = dict[str, list[Cell]]
Mask = NDArray[np.bool_]

_OUTCOMES: Final = tuple(outcome.name.lower() for outcome in Outcome)
_AGREED_TO: Final = tuple(agreed.name.lower() for agreed in Agreed)
_GRADES: Final = tuple(grade.name for grade in Grade)


@dataclass(frozen=True)
class Chain:
    """The chain with all it did on the ``days`` days that end with ``last``."""

    people: tuple[Assistant, ...]
    customers: Customers
    activity: Activity
    last: date
    days: int

    def day(self, number: int) -> date:
        """Return the date of a day counted from 0."""
        return self.last - timedelta(days=self.days - 1 - number)

    def maybe_day(self, number: int) -> date | None:
        """Return the date of a day counted from 0, or None for -1."""
        return self.day(number) if number >= 0 else None


def chain(last: date, days: int, seed: int) -> Chain:
    """Let the chain work for ``days`` days."""
    people = assistants(last, seed)
    customers = Customers(len(people) * days * CUSTOMERS_A_DAY, seed)
    return Chain(people, customers, activity(people, last, days, seed), last, days)


def call_rows(chain: Chain, mask: Mask) -> Rows:
    """Return the calls chosen by ``mask``; a customer on WeChat stands there with both contacts."""
    calls, customers = _chosen(chain.activity.calls, mask), chain.customers
    who = calls["customer"]
    added = list(zip(who, calls["wechat"], strict=True))
    return {
        "date": [_at(chain.day(day), at) for day, at in zip(calls["day"], calls["second"], strict=True)],
        "store": [chain.people[number].store for number in calls["assistant"]],
        "assistant": [chain.people[number].name for number in calls["assistant"]],
        "customer": [customers.name(customer) for customer in who],
        "phone": [customers.phone(customer) for customer in who],
        "wechat": [customers.wechat(number) if wechat == 1 else None for number, wechat in added],
        "channel": [customers.channel(customer) for customer in who],
        "outcome": [_OUTCOMES[outcome] for outcome in calls["outcome"]],
        "duration": _known(calls["duration"]),
        "grade": _grades(calls),
        "product": [customers.product(customer) for customer in who],
        "wechat_added": _known(calls["wechat"]),
        "group_agreed": _known(calls["group"]),
        "visit_agreed": _known(calls["visit"]),
        "visit_on": [chain.maybe_day(day) for day in calls["visit_day"]],
        "note": [customers.note(customer) for customer in who],
    }


def invite_rows(chain: Chain, mask: Mask, until: int) -> Rows:
    """Return the invites chosen by ``mask`` with what was known of them on day ``until``."""
    invites, customers = _chosen(chain.activity.invites, mask), chain.customers
    contacts = list(zip(invites["customer"], invites["by_phone"], strict=True))
    days = list(zip(invites["day"], invites["joined"], strict=True))
    visited = [day if day <= until else -1 for day in invites["visited_day"]]
    closed = [day if day <= until else -1 for day in invites["closed_day"]]
    amounts = zip(invites["amount"], closed, strict=True)
    return {
        "date": [chain.day(day) for day in invites["day"]],
        "store": [chain.people[number].store for number in invites["assistant"]],
        "assistant": [chain.people[number].name for number in invites["assistant"]],
        "customer": [customers.name(customer) for customer, _ in contacts],
        "phone": [customers.phone(customer) if by_phone else None for customer, by_phone in contacts],
        "wechat": [None if by_phone else customers.wechat(customer) for customer, by_phone in contacts],
        "grade": _grades(invites),
        "product": [customers.product(customer) for customer, _ in contacts],
        "agreed_to": [_AGREED_TO[agreed] for agreed in invites["agreed_to"]],
        "joined_group": _known(invites["joined"]),
        "joined_on": [chain.day(day) if joined == 1 else None for day, joined in days],
        "visited": [1 if day >= 0 else None for day in visited],
        "visited_on": [chain.maybe_day(day) for day in visited],
        "closed": [1 if day >= 0 else None for day in closed],
        "closed_on": [chain.maybe_day(day) for day in closed],
        "amount": [int(amount) if day >= 0 else None for amount, day in amounts],
        "next_contact_on": [chain.day(day) for day in invites["next_day"]],
    }


def staff_rows(people: list[Assistant], known_on: date) -> Rows:
    """Return the staff list as it stood on ``known_on``."""
    return {
        "store": [assistant.store for assistant in people],
        "assistant": [assistant.name for assistant in people],
        "role": ["assistant" for _ in people],
        "hired_on": [assistant.hired_on for assistant in people],
        "left_on": [
            assistant.left_on if assistant.left_on and assistant.left_on <= known_on else None for assistant in people
        ],
    }


def task_rows(chain: Chain, days: range) -> Rows:
    """Return the exceptions of the morning meetings of ``days``: who is off, and the one quota set by hand today."""
    people = chain.people
    off = [(chain.day(day), person) for day in days for person in people if person.on_leave(chain.day(day), chain.last)]
    special = [(chain.last, person) for person in people if person.role == "special_quota" and chain.days - 1 in days]
    listed = [*off, *special]
    return {
        "date": [day for day, _ in listed],
        "store": [person.store for _, person in listed],
        "assistant": [person.name for _, person in listed],
        "call_quota": [*([None] * len(off)), *([40] * len(special))],
        "invite_quota": [*([None] * len(off)), *([20] * len(special))],
        "visit_quota": [*([None] * len(off)), *([3] * len(special))],
        "on_leave": [*([1] * len(off)), *([0] * len(special))],
    }


def _chosen(columns: Columns, mask: Mask) -> dict[str, list[int]]:
    return {name: values[mask].tolist() for name, values in columns.items()}


def _known(values: list[int]) -> list[Cell]:
    return [None if value < 0 else value for value in values]


def _grades(columns: dict[str, list[int]]) -> list[Cell]:
    pairs = zip(columns["grade"], columns["customer"], strict=True)
    return [f"{_GRADES[grade]}{customer % 3 + 1}" for grade, customer in pairs]


def _at(day: date, second: int) -> datetime:
    return datetime.combine(day, time(second // 3600, second % 3600 // 60))
