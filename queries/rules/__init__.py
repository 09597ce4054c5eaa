"""What the figures are judged by, and since when."""

from datetime import date

import pandas as pd

from data import home, rules
from data.store import Scope, Store
from queries.asking import ask, ask_on


def in_force(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return the value of every rule on ``day``: for all stores (``store`` is "") and where a store has its own."""
    return ask(store, "rules/in_force", scope, day=day)


def changes(store: Store, scope: Scope) -> pd.DataFrame:
    """Return every row of the rules, also of days to come; a null value takes a store's own one back."""
    return ask(store, "rules/changes", scope)


def preview(
    store: Store,
    scope: Scope,
    *,
    question: str,
    name: str,
    value: str | None,
    for_store: str,
    day: date,
    **params: object,
) -> pd.DataFrame:
    """Return what ``question`` ("meeting/quota_board") would answer about ``day``, had the rule said ``value`` then.

    ``params`` are what the question wants to know besides the day.
    Nothing is kept; raises ``Refused`` as ``data.rules.set_rule`` does.
    """
    return rules.preview_rule(
        store,
        scope,
        name,
        value,
        for_store=for_store,
        day=day,
        at=home.now(),
        question=lambda cursor: ask_on(cursor, question, **(params | {"day": day})),
    )
