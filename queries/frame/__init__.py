"""What every page stands in: the stores, the people, and how old the data is."""

from datetime import date

import pandas as pd

from data.store import Scope, Store
from queries.asking import ask


def stores(store: Store, scope: Scope) -> pd.DataFrame:
    """Return the stores in scope with any data."""
    return ask(store, "frame/stores", scope)


def assistants(store: Store, scope: Scope, first: date, last: date) -> pd.DataFrame:
    """Return who was on duty at any time from ``first`` to ``last``."""
    return ask(store, "frame/assistants", scope, first=first, last=last)


def data_age(store: Store, scope: Scope) -> pd.DataFrame:
    """Return one row: the last day with a log and when the last log of it arrived; null without data."""
    return ask(store, "frame/data_age", scope)
