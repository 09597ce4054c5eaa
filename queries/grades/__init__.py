"""Grades: who has which, whether they are honest, and whether the effort follows them.

Customers are the open ones: known by the day, and without an order. ``assistant`` None: everybody's customers, else
those whom the assistant holds (of touches: those the assistant made). Grades are letters A to D unless said otherwise.
"""

from datetime import date
from typing import Final

import pandas as pd

from data.store import Scope, Store
from queries.asking import ask

CUTS: Final = ("assistant", "store", "source", "product")


def distribution(store: Store, scope: Scope, day: date, assistant: str | None = None) -> pd.DataFrame:
    """Return each store's customers by grade as graded, A1 to D4 as well."""
    return ask(store, "grades/distribution", scope, day=day, assistant=assistant)


def cuts(store: Store, scope: Scope, day: date, assistant: str | None, cut: str) -> pd.DataFrame:
    """Return customers by grade for each value of the cut, one of ``CUTS``; ``store`` is null but for assistants."""
    return ask(store, "grades/cuts", scope, day=day, assistant=assistant, cut=cut)


def products(store: Store, scope: Scope, day: date, assistant: str | None) -> pd.DataFrame:
    """Return which products the customers of each grade want."""
    return ask(store, "grades/products", scope, day=day, assistant=assistant)


def migration(store: Store, scope: Scope, first: date, last: date, assistant: str | None = None) -> pd.DataFrame:
    """Return where grades went between two days; from "new" (not known then), to "closed" (ordered by then)."""
    return ask(store, "grades/migration", scope, first=first, last=last, assistant=assistant)


def calibration(store: Store, scope: Scope, day: date, assistant: str | None = None) -> pd.DataFrame:
    """Return who of each grade ordered in the days of the rule ``order_days`` up to ``day``; Wilson interval, 95 %."""
    return ask(store, "grades/calibration", scope, day=day, assistant=assistant)


def a_verdict(store: Store, scope: Scope, day: date, assistant: str | None) -> pd.DataFrame:
    """Return each store's customers graded A in the same way, against the benchmark ``a_order_rate``."""
    return ask(store, "grades/a_verdict", scope, day=day, assistant=assistant)


def honesty(store: Store, scope: Scope, day: date, assistant: str | None) -> pd.DataFrame:
    """Return one row: all customers graded A against the benchmark, and from when on there is something to say."""
    return ask(store, "grades/honesty", scope, day=day, assistant=assistant)


def effort(store: Store, scope: Scope, first: date, last: date, assistant: str | None = None) -> pd.DataFrame:
    """Return the touches by the customer's grade at that time against what each grade should get.

    ``misplaced`` touches sum to those that would have to go to another grade: half of the absolute differences.
    """
    return ask(store, "grades/effort", scope, first=first, last=last, assistant=assistant)


def agreement(store: Store, scope: Scope, day: date, assistant: str | None) -> pd.DataFrame:
    """Return by assistant how many customers have the grade that the store's rules suggest."""
    return ask(store, "grades/agreement", scope, day=day, assistant=assistant)


def disagreements(store: Store, scope: Scope, day: date, assistant: str | None, most: int) -> pd.DataFrame:
    """Return at most ``most`` customers with another grade than suggested, and the ``fact`` that suggests it."""
    return ask(store, "grades/disagreements", scope, day=day, assistant=assistant, most=most)
