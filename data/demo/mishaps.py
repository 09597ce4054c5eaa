"""What goes wrong on the way: slips of the pen, a file sent twice, a log that came in short and is put right."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from typing import Final

import numpy as np

from data.demo.people import REGIONS, Assistant
from data.demo.posting import LATELY_DAYS
from data.demo.rows import Chain, call_rows
from data.demo.sending import Sending, calls_of, send_calls
from data.demo.writing import Slips
from data.logs.calls import CALLS

DUPLICATED_DAYS_AGO: Final = 5
CORRECTED_SINCE_DAYS_AGO: Final = 3
FORGOTTEN_CALLS: Final = 14

SLIPS_IN_HISTORY: Final[Slips] = {("grade", 30): "E", ("phone", 77): "1.38E+10", ("phone", 140): "137****6602"}
SLIPS_YESTERDAY: Final[Slips] = {
    ("date", 8): "2062-11-20 10:15",
    ("phone", 20): "138****1234",
    ("phone", 33): "159****0077",
}
SLIPS_TODAY: Final[Slips] = {("phone", 5): "1.38E+10", ("grade", 11): "E", ("phone", 16): "186****5210"}
# In the files that begin ten days ago, by kind of log and region.
SLIPS_LATELY: Final[dict[tuple[str, str], Slips]] = {
    ("leads", "一区"): {("phone", 4): "1.38E+10", ("grade", 9): "E", ("phone", 15): "138****7713"},
    ("visits", "三区"): {("date", 3): "2062-11-20"},
    ("orders", "二区"): {("amount", 6): "待定"},
}


def with_mishaps(chain: Chain, sent: list[Sending]) -> Iterator[Sending]:
    """Yield what was sent, changed or followed by what went wrong."""
    today = chain.days - 1
    forgetful = next(person for person in chain.people if person.role == "corrected")
    short_day = _last_worked(chain, forgetful, today - CORRECTED_SINCE_DAYS_AGO)
    slips = {
        ("三区", chain.day(0)): SLIPS_IN_HISTORY,
        ("二区", chain.day(today - 1)): SLIPS_YESTERDAY,
        ("会展店", chain.last): SLIPS_TODAY,
    }
    for sending in sent:
        origin = (sending.place, sending.first)
        if sending.log is not CALLS:
            yield sending
        elif origin in slips:
            yield replace(sending, slips=slips[origin])
        elif origin == ("一区", chain.day(today - DUPLICATED_DAYS_AGO)):
            yield sending
            yield replace(sending, received_at=sending.received_at + timedelta(minutes=1), remark="(1)")
        elif origin == ("二区", chain.day(short_day)):
            yield from _put_right(chain, sending, forgetful, short_day)
        else:
            yield sending


def with_slips(chain: Chain, sent: list[Sending]) -> Iterator[Sending]:
    """Yield the files of the other logs with what somebody mistyped in the latest ones."""
    lately = chain.day(chain.days - LATELY_DAYS)
    for sending in sent:
        slips = SLIPS_LATELY.get((sending.log.kind, sending.place), {}) if sending.first == lately else {}
        yield replace(sending, slips=slips)


def _last_worked(chain: Chain, person: Assistant, until: int) -> int:
    calls = chain.activity.calls
    return int(calls["day"][calls_of(chain, [person], range(until + 1))].max())


def _put_right(chain: Chain, sending: Sending, forgetful: Assistant, day: int) -> Iterator[Sending]:
    """Yield ``sending`` without the last calls of one assistant, and that assistant's whole day next morning."""
    days = range(day, day + 1)
    whole = calls_of(chain, [forgetful], days)
    region = [person for person in chain.people if person.store in REGIONS[sending.place]]
    short = calls_of(chain, region, days)
    short[np.flatnonzero(whole)[-FORGOTTEN_CALLS:]] = False
    yield replace(sending, rows=partial(call_rows, chain, short))
    next_morning = datetime.combine(chain.day(day + 1), time(9, 12))
    correction = send_calls(chain, forgetful.store, whole, days, received_at=next_morning, dialect=sending.dialect)
    yield replace(correction, remark=f"_{forgetful.name}更正")
