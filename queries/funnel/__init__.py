"""The funnel: how far customers come, from lead or call to order, and where they stop.

Entries are those of ``first`` to ``last``, and stages what had been reached by ``last``. ``assistant`` None:
everybody's, else those whom the assistant holds. ``funnel`` is one of ``FUNNELS``, ``cut`` of ``CUTS``, ``reading`` of
``READINGS``.
"""

from datetime import date
from typing import Final

import pandas as pd

from data.store import Scope, Store
from queries.asking import ask

FUNNELS: Final = {
    "leads": ("lead", "valid", "contact", "invited", "visited", "ordered"),
    "campaign": ("called", "connected", "agreed", "joined", "visited", "ordered"),
}
CUTS: Final = ("assistant", "store", "source", "product", "grade")
READINGS: Final = ("cohort", "period")


def rates(
    store: Store, scope: Scope, first: date, last: date, assistant: str | None = None, reading: str = "cohort"
) -> pd.DataFrame:
    """Return every rate with its Wilson interval (95 %), benchmark and verdict: pass, below, too_few; none without one.

    Reading "cohort": of those who entered and can be judged, who got there by ``last``. "period": both by their own
    days, so a rate may be above 1, and has no interval.
    """
    return ask(store, "funnel/rates", scope, first=first, last=last, assistant=assistant, reading=reading)


def cuts(store: Store, scope: Scope, first: date, last: date, assistant: str | None, cut: str) -> pd.DataFrame:
    """Return the same rates (cohort) for each value of the cut; ``store`` is null but for assistants."""
    return ask(store, "funnel/cuts", scope, first=first, last=last, assistant=assistant, cut=cut)


def stages(
    store: Store, scope: Scope, first: date, last: date, assistant: str | None = None, funnel: str = "leads"
) -> pd.DataFrame:
    """Return how many customers got to each stage; a later stage implies the earlier ones, so counts never rise."""
    return ask(store, "funnel/stages", scope, first=first, last=last, assistant=assistant, funnel=funnel)


def still_open(
    store: Store, scope: Scope, first: date, last: date, assistant: str | None = None, funnel: str = "leads"
) -> pd.DataFrame:
    """Return how many of the customers at each stage entered less than ``mature_days`` ago."""
    return ask(store, "funnel/still_open", scope, first=first, last=last, assistant=assistant, funnel=funnel)


def cohorts(store: Store, scope: Scope, first: date, last: date, assistant: str | None, funnel: str) -> pd.DataFrame:
    """Return the stages by week of entering."""
    return ask(store, "funnel/cohorts", scope, first=first, last=last, assistant=assistant, funnel=funnel)


def bottlenecks(store: Store, scope: Scope, first: date, last: date, assistant: str | None) -> pd.DataFrame:
    """Return what each step from lead to order would bring at its benchmark, in orders and in CNY; see the rates."""
    return ask(store, "funnel/bottlenecks", scope, first=first, last=last, assistant=assistant)


def waits(store: Store, scope: Scope, first: date, last: date, assistant: str | None, funnel: str) -> pd.DataFrame:
    """Return how many days customers waited for each stage; not ``reached``: so far. See ``statistics.median_wait``."""
    return ask(store, "funnel/waits", scope, first=first, last=last, assistant=assistant, funnel=funnel)


def first_contact(store: Store, scope: Scope, first: date, last: date, assistant: str | None) -> pd.DataFrame:
    """Return by assistant how many days new leads wait for the first touch; ``over_a_day`` counts the untouched too.

    ``waiting`` are the customers of ``queries.customers.waiting`` who are new leads.
    """
    return ask(store, "funnel/first_contact", scope, first=first, last=last, assistant=assistant)


def haste(store: Store, scope: Scope, first: date, last: date, assistant: str | None) -> pd.DataFrame:
    """Return how many leads agreed to visit within a day of the first touch."""
    return ask(store, "funnel/haste", scope, first=first, last=last, assistant=assistant)


def replies(store: Store, scope: Scope, first: date, last: date, assistant: str | None) -> pd.DataFrame:
    """Return the answers to broadcasts by assistant; ``level`` is good, pass, weak or poor."""
    return ask(store, "funnel/replies", scope, first=first, last=last, assistant=assistant)


def reply_level(store: Store, scope: Scope, first: date, last: date, assistant: str | None) -> pd.DataFrame:
    """Return the answers to all broadcasts together, with their ``level``."""
    return ask(store, "funnel/reply_level", scope, first=first, last=last, assistant=assistant)


def reference(store: Store, scope: Scope, first: date, last: date, assistant: str | None) -> pd.DataFrame:
    """Return intent customers and orders per 25 enquiries, to hold against 5 and 1."""
    return ask(store, "funnel/reference", scope, first=first, last=last, assistant=assistant)


def source_grades(store: Store, scope: Scope, first: date, last: date, assistant: str | None) -> pd.DataFrame:
    """Return the leads of each source by grade letter."""
    return ask(store, "funnel/source_grades", scope, first=first, last=last, assistant=assistant)


def lost_reasons(store: Store, scope: Scope, first: date, last: date, assistant: str | None = None) -> pd.DataFrame:
    """Return the lost visits by reason, null where nobody wrote one; without those that came for a gift alone."""
    return ask(store, "funnel/lost_reasons", scope, first=first, last=last, assistant=assistant)


def visits(store: Store, scope: Scope, first: date, last: date, assistant: str | None) -> pd.DataFrame:
    """Return how many visits there were, and of them lost, lost without a reason, and for a gift alone."""
    return ask(store, "funnel/visits", scope, first=first, last=last, assistant=assistant)
