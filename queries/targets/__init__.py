"""Targets: what they need, how far the month is, and whether they will be made.

A store's own target has no assistant. Orders are customers who bought on a day, as on the evening page.
"""

from datetime import date
from typing import Final

import pandas as pd

from data.store import Scope, Store
from queries import odds
from queries.asking import ask
from queries.calendar import weighted
from queries.planning import by_hour, plan

RATES: Final = ("measured", "benchmark")


def reverse(
    store: Store,
    scope: Scope,
    first: date,
    last: date,
    assistant: str | None = None,
    orders: int | None = None,
    close_rate: float | None = None,
    visit_rate: float | None = None,
    valid_rate: float | None = None,
    rates: str = "measured",
) -> pd.DataFrame:
    """Return how many visits, valid leads, leads and calls ``orders`` need; None: as many as the target of the month.

    ``rates``, one of ``RATES``, counts where no rate is given; measured from those who came between the days.
    Calls are always measured: a "call_rate" of customers who came for each call of those days.
    """
    return ask(
        store,
        "targets/reverse",
        scope,
        first=first,
        last=last,
        assistant=assistant,
        orders=orders,
        close_rate=close_rate,
        visit_rate=visit_rate,
        valid_rate=valid_rate,
        rates=rates,
    )


def goals(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return every target of the month with what is done; see ``queries.odds``."""
    return ask(store, "targets/progress", scope, day=day)


def outlook(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return what there is to make the rest of the month with; see ``queries.forecasting``."""
    return ask(store, "targets/outlook", scope, day=day)


def work_days(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return who is there to bring the target of the month of ``day``, on which of its days, and what each counts.

    See ``queries.calendar.weighted``.
    """
    return weighted(ask(store, "targets/work_days", scope, day=day))


def open_hours(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return the hours between opening and closing, with how many calls and visits of 60 days were in each."""
    return ask(store, "targets/hours", scope, day=day)


def progress(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return every target of the month with what is done, and how probably it will be made.

    ``probability``, ``p50`` and ``p80`` (as many orders or more in half and in four fifths of the draws) and
    ``leads_needed`` (more leads for a probability of 80 %; ``leads_usual`` came in as many days as are left) are null
    under 14 days of data.
    """
    return odds.with_odds(goals(store, scope, day), outlook(store, scope, day))


def tiers(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return target, sprint and challenge target of the stores, each as probable as it is; see ``queries.odds``."""
    found = goals(store, scope, day)
    return odds.tiers(found[found["assistant"].isna()], outlook(store, scope, day))


def days(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return the month's target of orders by store, assistant and day, and what is missing over the days after ``day``.

    See ``queries.planning.plan``; without a target of orders there are no rows.
    """
    return plan(goals(store, scope, day), work_days(store, scope, day), pd.Timestamp(day))


def hours(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return what everybody is to bring of what is missing, by hour of the first working day after ``day``.

    By when calls and visits were, between opening and closing; see ``queries.planning.by_hour``.
    """
    return by_hour(days(store, scope, day), open_hours(store, scope, day))
