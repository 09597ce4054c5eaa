"""Targets of the months and days on which shops are closed, left to chance apart from all else."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from tests.oracle.rows import Row

TARGET_RULES = {"sprint_factor": ("1.1", "1.3333"), "challenge_factor": ("1.25", "2")}
MONTHS = ("2026-06", "2026-07", "2026-09")
CLOSABLE = [date(2026, 7, 1) + timedelta(place) for place in (*range(31), *range(62, 92))]  # of July and September


def targets(chance: Random, stores: Sequence[str], names: Sequence[str]) -> list[Row]:
    """Return the targets of a store, of some assistants, of both or of neither, each of up to three things."""
    found = []
    for store in stores:
        for month in chance.sample(MONTHS, 2):
            for name in (None, *names):
                if chance.random() < 0.4:
                    row = {"store": store, "month": month, "assistant": name}
                    row |= {"orders": chance.choice((None, 0, 5, 17, 40))}
                    row |= {"revenue": chance.choice((None, Decimal("25000.50"), Decimal("900.00")))}
                    found.append(row | {"leads": chance.choice((None, 3, 60))})
    return found


def calendar(chance: Random, stores: Sequence[str]) -> list[Row]:
    """Return the calendars of half of the stores: days on which they are closed, and others on which they are open."""
    return [
        {"store": store, "date": day, "open": chance.random() < 0.3, "weight": chance.choice((None, 2))}
        for store in stores[1::2]
        for day in sorted(chance.sample(CLOSABLE, 12))
    ]
