"""Promises: what assistants said for a day, and what came of it."""

from datetime import date

import pandas as pd

from data.store import Scope, Store
from queries.asking import ask


def made(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return what was promised for ``day``, as last said; a promise taken back is left out."""
    return ask(store, "promises/made", scope, day=day)


def kept(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return every number promised for ``day`` against what was done; missing is null where no log was handed in."""
    return ask(store, "promises/kept", scope, day=day)
