"""The evening meeting: one day, by store and assistant."""

from datetime import date

import pandas as pd

from data.store import Scope, Store
from queries.asking import ask


def readiness(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return for each required log of each assistant on duty whether it is in, late or missing."""
    return ask(store, "meeting/readiness", scope, day=day)


def quota_board(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return figures against quotas; null figures are not handed in, ``reward_cny`` is null where nothing is set."""
    return ask(store, "meeting/quota_board", scope, day=day)


def quota_origin(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return where each quota on the board comes from (tasks, store, default) and how the invite quota was adjusted.

    ``base_invite_quota`` - ``relief`` + ``extra`` is the quota; ``extra`` is a share of what was released in the store.
    """
    return ask(store, "meeting/quota_origin", scope, day=day)


def duty(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return who is on duty, with or without leave."""
    return ask(store, "meeting/duty", scope, day=day)


def day_figures(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return the day's figures of all stores in scope; ``usual`` is the mean of this weekday in the 4 weeks before."""
    return ask(store, "meeting/day_figures", scope, day=day)


def pace(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return one row: ``meeting_minutes``, how long the meeting may take, ``tv_seconds``, how long a screen stays."""
    return ask(store, "meeting/pace", scope, day=day)


def store_figures(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return each store's figures of ``day`` and ``calls_trend``, its calls on the days with a log of the last 14."""
    return ask(store, "meeting/store_figures", scope, day=day)


def trend(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return the same figures for the 14 days up to ``day``."""
    return ask(store, "meeting/trend", scope, day=day)


def grade_mix(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return how many customers of the day have which grade letter, by assistant."""
    return ask(store, "meeting/grade_mix", scope, day=day)


def slipping(store: Store, scope: Scope, day: date, assistant: str | None, most: int) -> pd.DataFrame:
    """Return at most ``most`` customers graded A or B whom nobody has touched for too long; ``of_all`` are there."""
    return ask(store, "meeting/slipping", scope, day=day, assistant=assistant, most=most)
