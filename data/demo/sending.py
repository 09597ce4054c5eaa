"""One file on its way from a store: which rows it carries, in which hand, and when it arrives."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

import numpy as np

from data.demo.dialects import Dialect
from data.demo.people import Assistant
from data.demo.rows import Chain, Mask, Rows, call_rows, invite_rows
from data.demo.writing import Slips, write
from data.logs.calls import CALLS
from data.logs.description import Log
from data.logs.invites import INVITES


@dataclass(frozen=True)
class DemoFile:
    """One file as the shop received it."""

    name: str
    content: bytes
    received_at: datetime


@dataclass(frozen=True)
class Sending:
    """A file that is not written yet; ``remark`` is what the sender added to its name."""

    log: Log
    place: str
    first: date
    last: date
    received_at: datetime
    dialect: Dialect
    rows: Callable[[], Rows]
    slips: Slips = field(default_factory=dict)
    remark: str = ""

    def file(self) -> DemoFile:
        """Write the file."""
        span = f"{self.first:%Y%m%d}" if self.first == self.last else f"{self.first:%Y%m%d}-{self.last:%Y%m%d}"
        name = f"{self.place}_{self.log.title}_{span}{self.remark}.{self.dialect.container}"
        title = f"{self.place}{self.log.title}（{span}）"
        return DemoFile(name, write(self.log, self.rows(), self.dialect, title, self.slips), self.received_at)


def calls_of(chain: Chain, people: Collection[Assistant], days: range) -> Mask:
    """Return which calls are those of ``people`` on ``days``."""
    calls = chain.activity.calls
    return np.isin(calls["assistant"], [person.number for person in people]) & np.isin(calls["day"], days)


def invites_of(chain: Chain, people: Collection[Assistant], days: range) -> Mask:
    """Return which invites of ``people`` belong in the log of ``days``: agreed, visited or closed on one of them."""
    invites = chain.activity.invites
    agreed, visited, closed = (np.isin(invites[name], days) for name in ("day", "visited_day", "closed_day"))
    return np.isin(invites["assistant"], [person.number for person in people]) & (agreed | visited | closed)


def send_calls(
    chain: Chain, place: str, mask: Mask, days: range, *, received_at: datetime, dialect: Dialect
) -> Sending:
    """Return the calls log of ``days``."""
    rows = partial(call_rows, chain, mask)
    return Sending(CALLS, place, chain.day(days[0]), chain.day(days[-1]), received_at, dialect, rows)


def send_invites(
    chain: Chain, place: str, people: Collection[Assistant], days: range, *, received_at: datetime, dialect: Dialect
) -> Sending:
    """Return the invites log of ``days``, with what became of earlier invites on these days."""
    rows = partial(invite_rows, chain, invites_of(chain, people, days), until=days[-1])
    return Sending(INVITES, place, chain.day(days[0]), chain.day(days[-1]), received_at, dialect, rows)
