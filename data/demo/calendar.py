"""The day that is not like the others: every store keeps the chain's anniversary a few days after the last day."""

from datetime import timedelta
from typing import Final

from data.demo.people import STORES
from data.demo.records import Record
from data.demo.rows import Chain

DAYS_AFTER: Final = 3
WEIGHT: Final = 2  # what is sold on it, against a usual day


def calendar_records(chain: Chain) -> list[Record]:
    """Return the business calendar of every store."""
    day = chain.last + timedelta(DAYS_AFTER)
    return [{"date": day, "store": store, "open": True, "weight": WEIGHT, "note": "店庆"} for store in STORES]
