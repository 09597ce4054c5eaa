"""Quotas over weeks: who keeps the pace."""

from datetime import date

import pandas as pd

from data.store import Scope, Store
from queries.asking import ask


def daily(store: Store, scope: Scope, first: date, last: date) -> pd.DataFrame:
    """Return figures against quotas day by day; leave is left out, a day not handed in has no figures."""
    return ask(store, "quotas/daily", scope, first=first, last=last)


def leave(store: Store, scope: Scope, first: date, last: date) -> pd.DataFrame:
    """Return who was on leave on which day: the days that ``daily`` leaves out."""
    return ask(store, "quotas/leave", scope, first=first, last=last)


def streaks(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return days passed in a row up to ``day``, and how many of the last 30 days were passed."""
    return ask(store, "quotas/streaks", scope, day=day)


def pace(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return done against target and elapsed against working days, for the month of ``day`` up to ``day``."""
    return ask(store, "quotas/pace", scope, day=day)


def hints(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return what in a day's call logs deserves a second look; never a verdict.

    ``value`` and ``threshold`` are shares of ``n`` calls; for exact_quota they are the calls and the quota.
    """
    return ask(store, "quotas/hints", scope, day=day)
