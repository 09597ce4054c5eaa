"""Customer assets: who has not ordered yet, whose they are, what they are worth, and which of them may be lost.

Unclosed customers have a lead or a touch, no order, and are not junk. ``assistant`` None: everybody's, else those whom
the assistant holds on the day: who touched the customer last, or took it over since.
"""

from datetime import date
from typing import Final

import pandas as pd

from data.store import Scope, Store
from queries.asking import ask

REASONS: Final = ("safe", "stale", "probably_lost", "holder_left")


def at_risk(store: Store, scope: Scope, day: date, assistant: str | None = None) -> pd.DataFrame:
    """Return every customer at risk with the gravest reason, one of ``REASONS`` but "safe"."""
    return ask(store, "assets/at_risk", scope, day=day, assistant=assistant)


def by_holder(store: Store, scope: Scope, day: date, assistant: str | None = None) -> pd.DataFrame:
    """Return who holds or could hold customers, with their ``presence``: left, on_duty, on_leave or away."""
    return ask(store, "assets/by_holder", scope, day=day, assistant=assistant)


def held(store: Store, scope: Scope, day: date, assistant: str | None, reason: str | None, most: int) -> pd.DataFrame:
    """Return at most ``most`` unclosed customers with this reason, one of ``REASONS``, or with any."""
    return ask(store, "assets/held", scope, day=day, assistant=assistant, reason=reason, most=most)


def stale(store: Store, scope: Scope, day: date, assistant: str | None = None) -> pd.DataFrame:
    """Return how many of each store's grades have waited longer than the grade allows, whoever holds them."""
    return ask(store, "assets/stale", scope, day=day, assistant=assistant)


def handovers(store: Store, scope: Scope, day: date, assistant: str | None = None) -> pd.DataFrame:
    """Return how far handovers have got, of those from or to the assistant."""
    return ask(store, "assets/handovers", scope, day=day, assistant=assistant)


def wake_up(
    store: Store, scope: Scope, day: date, assistant: str | None, product: str | None, most: int
) -> pd.DataFrame:
    """Return at most ``most`` silent customers, the best first; ``product`` is the one promoted now."""
    return ask(store, "assets/wake_up", scope, day=day, assistant=assistant, product=product, most=most)


def woken(store: Store, scope: Scope, first: date, last: date, assistant: str | None = None) -> pd.DataFrame:
    """Return how many of those woken between two days ordered within 30 days, by grade; Wilson interval, 95 %."""
    return ask(store, "assets/woken", scope, first=first, last=last, assistant=assistant)
