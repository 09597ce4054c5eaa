"""Who sends which file when, as long as nothing goes wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Final

import numpy as np

from data.demo.dialects import BOM, FORM, SEMICOLONS, SHEETS, WORKBOOK
from data.demo.people import CHAIN, LEFT_DAYS_AGO, REGIONS, STORES, Assistant
from data.demo.rows import Chain, Mask, staff_rows, task_rows
from data.demo.sending import Sending, calls_of, send_calls, send_invites
from data.logs.staff import STAFF
from data.logs.tasks import TASKS

HISTORY_BLOCK: Final = 28
DAILY_DAYS: Final = 6
WORKBOOKS_SINCE_DAYS_AGO: Final = 3

_FORMER: Final = {"一区": FORM, "二区": BOM, "三区": SEMICOLONS}
_LATELY: Final = {"一区": FORM, "二区": BOM, "三区": SHEETS}
_TODAY: Final = (WORKBOOK, FORM, SEMICOLONS, SHEETS, BOM)


def routine(chain: Chain, rng: np.random.Generator) -> list[Sending]:
    """Return the files of all days: four weeks at a time, then six single days by region, then today by store."""
    today = chain.days - 1
    first_daily = today - DAILY_DAYS
    starts = range(0, first_daily, HISTORY_BLOCK)
    blocks = [range(start, min(start + HISTORY_BLOCK, first_daily)) for start in starts]
    single_days = [range(day, day + 1) for day in range(first_daily, today)]
    last_day = range(today, today + 1)
    return [
        *_staff(chain),
        *_tasks(chain, [*blocks, *single_days, last_day]),
        *(sending for days in (*blocks, *single_days) for sending in _by_region(chain, rng, days)),
        *_by_store(chain, rng, last_day),
    ]


def _staff(chain: Chain) -> Iterator[Sending]:
    for day in (0, chain.days - 1 - LEFT_DAYS_AGO):
        on = chain.day(day)
        rows = partial(staff_rows, [person for person in chain.people if person.hired_on <= on], on)
        yield Sending(STAFF, CHAIN, on, on, _at(on, 8, 5), BOM, rows)


def _tasks(chain: Chain, spans: list[range]) -> Iterator[Sending]:
    for days in spans:
        if task_rows(chain, days)["date"]:
            first, last = chain.day(days[0]), chain.day(days[-1])
            rows = partial(task_rows, chain, days)
            yield Sending(TASKS, CHAIN, first, last, _at(first, 8, 30), FORM, rows)


def _by_region(chain: Chain, rng: np.random.Generator, days: range) -> Iterator[Sending]:
    lately = days[0] >= chain.days - 1 - WORKBOOKS_SINCE_DAYS_AGO
    for region, dialect in (_LATELY if lately else _FORMER).items():
        mask = calls_of(chain, _working_in(chain, REGIONS[region]), days)
        received_at = _evening(chain, rng, mask, days)
        yield send_calls(chain, region, mask, days, received_at=received_at, dialect=dialect)
    received_at = _evening(chain, rng, calls_of(chain, chain.people, days), days) + timedelta(minutes=1)
    yield send_invites(chain, CHAIN, chain.people, days, received_at=received_at, dialect=BOM)


def _by_store(chain: Chain, rng: np.random.Generator, days: range) -> Iterator[Sending]:
    for number, store in enumerate(STORES):
        dialect = replace(_TODAY[number % len(_TODAY)], spelling=number % 4)
        everyone = _working_in(chain, (store,))
        late = [person for person in everyone if person.role == "late"]
        for people in ([person for person in everyone if person not in late], late):
            if people:
                mask = calls_of(chain, people, days)
                in_time = _evening(chain, rng, mask, days)
                received_at = _at(chain.last, 20, 3) if people == late else in_time
                place = f"{store}{people[0].name}" if people == late else store
                yield send_calls(chain, place, mask, days, received_at=received_at, dialect=dialect)
                invites_at = received_at + timedelta(minutes=1)
                yield send_invites(chain, place, people, days, received_at=invites_at, dialect=dialect)


def _working_in(chain: Chain, stores: Sequence[str]) -> list[Assistant]:
    return [person for person in chain.people if person.store in stores]


def _evening(chain: Chain, rng: np.random.Generator, mask: Mask, days: range) -> datetime:
    """Return a time from 18:10 to 19:53 on the last of ``days``, two minutes after its last call at the earliest."""
    calls = chain.activity.calls
    drawn = int(rng.integers(18 * 3600 + 600, 19 * 3600 + 3180))
    last_call = int(calls["second"][mask & (calls["day"] == days[-1])].max())
    return datetime.combine(chain.day(days[-1]), time()) + timedelta(seconds=max(drawn, last_call + 120))


def _at(day: date, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute))
