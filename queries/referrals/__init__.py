"""Referrals: who brings customers, what becomes of them, and what is owed for it.

Customers are those of a store: a tree never goes from one store to another. ``assistant`` None: everybody's, else the
service visits that the assistant made, and of those who came the ones whom the assistant holds.
"""

from datetime import date
from typing import Final

import pandas as pd

from data.store import Scope, Store
from queries import ledger
from queries.asking import ask
from queries.fates import traced

CUTS: Final = ("assistant", "store")


def actions(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return every action up to the day with its points by rule; see ``queries.fates`` and ``queries.ledger``."""
    return ask(store, "referrals/actions", scope, day=day)


def people(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return everybody who acted or was named, and how far each has come."""
    return ask(store, "referrals/people", scope, day=day)


def gifts(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return from how many points on each store gives each gift."""
    return ask(store, "referrals/gifts", scope, day=day)


def balances(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return what is owed to each customer in points, the most first: customer, points, passed, store, customer_key."""
    owed = ledger.owed(traced(actions(store, scope, day)), people(store, scope, day))
    return owed[["customer", "points", "passed", *ledger.WHOSE]]


def per_service(
    store: Store, scope: Scope, first: date, last: date, assistant: str | None = None, cut: str = CUTS[0]
) -> pd.DataFrame:
    """Return how many new customers were named per service visit, by one of ``CUTS``, and what is asked."""
    return ask(store, "referrals/per_service", scope, first=first, last=last, assistant=assistant, cut=cut)


def conversion(store: Store, scope: Scope, first: date, last: date, assistant: str | None = None) -> pd.DataFrame:
    """Return how many of the referred and of the leads of each source visited and ordered."""
    return ask(store, "referrals/conversion", scope, first=first, last=last, assistant=assistant)
