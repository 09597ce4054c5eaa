"""Who sends the other ten logs, and when: long spans at first, then the last ten days by region."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Final

import numpy as np

from data.demo.calendar import calendar_records
from data.demo.dialects import BOM, FORM, SEMICOLONS, SHEETS, WORKBOOK, Dialect
from data.demo.groups import counted_on
from data.demo.handovers import handover_records
from data.demo.ledgers import Ledger, ledgers
from data.demo.people import CHAIN, REGIONS, STORES
from data.demo.records import Record, sheet, stream
from data.demo.rows import Chain
from data.demo.sending import Sending
from data.demo.targets import target_records
from data.logs.calendar import CALENDAR
from data.logs.description import Log
from data.logs.handovers import HANDOVERS
from data.logs.targets import TARGETS

LATELY_DAYS: Final = 10

# A date without a year, months later, would be read as another year's.
_SLASHES: Final = replace(SEMICOLONS, dates="slashes")
_LONG_SPANS: Final = {"leads": FORM, "visits": BOM, "orders": _SLASHES}
_REGIONS: Final = {"一区": FORM, "二区": WORKBOOK, "三区": SHEETS}
_WHOLE_PERIOD: Final = {"services": FORM, "referrals": BOM, "replies": WORKBOOK}
_COUNTS: Final = (BOM, FORM, SHEETS)


def posted(chain: Chain, seed: int) -> list[Sending]:
    """Return the files of the ten logs."""
    rng, told = stream(seed, "posting"), ledgers(chain, seed)
    before, lately = range(chain.days - LATELY_DAYS), range(chain.days - LATELY_DAYS, chain.days)
    return [
        *(_long(chain, rng, told[kind], before, hand) for kind, hand in _LONG_SPANS.items()),
        *(
            _by_region(chain, rng, told[kind], region, lately, hand)
            for kind in _LONG_SPANS
            for region, hand in _REGIONS.items()
        ),
        *(_long(chain, rng, told[kind], range(chain.days), hand) for kind, hand in _WHOLE_PERIOD.items()),
        _past_orders(chain, told["orders"]),
        *_counts(chain, rng, told["group_members"]),
        Sending(
            TARGETS, CHAIN, *_on(chain, 0), _morning(chain, 0), FORM, partial(sheet, TARGETS, target_records(chain))
        ),
        Sending(
            CALENDAR, CHAIN, *_on(chain, 0), _morning(chain, 0), BOM, partial(sheet, CALENDAR, calendar_records(chain))
        ),
        *_handovers(chain),
    ]


def _long(chain: Chain, rng: np.random.Generator, ledger: Ledger, days: range, hand: Dialect) -> Sending:
    # The first file of the leads brings those of the months before along.
    since = "" if ledger.log.kind == "leads" else str(chain.day(days[0]))
    records = ledger.part(since, str(chain.day(days[-1])), STORES)
    return _send(chain, rng, ledger.log, CHAIN, records, days, hand)


def _by_region(
    chain: Chain, rng: np.random.Generator, ledger: Ledger, region: str, days: range, hand: Dialect
) -> Sending:
    records = ledger.part(str(chain.day(days[0])), str(chain.last), REGIONS[region])
    return _send(chain, rng, ledger.log, region, records, days, hand)


def _past_orders(chain: Chain, ledger: Ledger) -> Sending:
    records = ledger.part("", str(chain.day(-1)), STORES)
    first = date.fromisoformat(str(records[0]["date"])[:10])
    rows = partial(sheet, ledger.log, records)
    return Sending(ledger.log, CHAIN, first, chain.day(-1), _morning(chain, 0), FORM, rows)


def _counts(chain: Chain, rng: np.random.Generator, ledger: Ledger) -> Iterator[Sending]:
    for day, hand in zip(counted_on(chain), _COUNTS * 2, strict=False):
        on = str(chain.day(day))
        yield _send(chain, rng, ledger.log, CHAIN, ledger.part(on, on, STORES), range(day, day + 1), hand)


def _handovers(chain: Chain) -> Iterator[Sending]:
    for day, records in handover_records(chain).items():
        rows, place = partial(sheet, HANDOVERS, records), str(records[0]["store"])
        yield Sending(HANDOVERS, place, *_on(chain, day), _morning(chain, day), _SLASHES, rows)


def _send(
    chain: Chain,
    rng: np.random.Generator,
    log: Log,
    place: str,
    records: list[Record],
    days: range,
    hand: Dialect,
) -> Sending:
    evening = datetime.combine(chain.day(days[-1]), time(18, 10)) + timedelta(seconds=int(rng.integers(100 * 60)))
    return Sending(log, place, chain.day(days[0]), chain.day(days[-1]), evening, hand, partial(sheet, log, records))


def _on(chain: Chain, day: int) -> tuple[date, date]:
    return chain.day(day), chain.day(day)


def _morning(chain: Chain, day: int) -> datetime:
    return datetime.combine(chain.day(day), time(8, 20))
