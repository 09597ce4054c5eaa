"""Customers by name: who stands behind a figure, and what has happened with one of them.

Names and contacts are masked. Lists hold at most ``most`` customers: store, customer_key, customer, contacts, assistant
(who holds the customer), grade, last_touch_on, and what the list is about. ``assistant`` None: everybody's.
"""

from datetime import date
from typing import Final

import pandas as pd

from data.store import Scope, Store
from queries.asking import ask

ANY_REASON: Final = "*"
FOR_A_GIFT: Final = "*gift"


def found(store: Store, scope: Scope, *, words: str, most: int) -> pd.DataFrame:
    """Return who has ``words`` in the name, at the end of a phone (four digits or more), or as the WeChat id."""
    return ask(store, "customers/found", scope, words=words, most=most)


def known(store: Store, scope: Scope, customer: int) -> pd.DataFrame:
    """Return the state of a customer, a row for each store that knows it."""
    return ask(store, "customers/known", scope, customer=customer)


def agreed(store: Store, scope: Scope, customer: int, day: date) -> pd.DataFrame:
    """Return what a customer agreed to that is still to come, and by the grade how many days may pass without touch.

    A row for each store that knows the customer; ``days`` since the last touch up to ``day``, ``touch_days`` allowed.
    """
    return ask(store, "customers/agreed", scope, customer=customer, day=day)


def steps(store: Store, scope: Scope, customer: int) -> pd.DataFrame:
    """Return the stages of each funnel that a customer entered, in order, with the day of each that was reached."""
    return ask(store, "customers/steps", scope, customer=customer)


def timeline(store: Store, scope: Scope, customer: int) -> pd.DataFrame:
    """Return everything that the logs tell of a customer, the latest first."""
    return ask(store, "customers/timeline", scope, customer=customer)


def at_stage(
    store: Store, scope: Scope, first: date, last: date, assistant: str | None, funnel: str, stage: str, most: int
) -> pd.DataFrame:
    """Return who got to a stage of a funnel (``queries.funnel.FUNNELS``); ``furthest`` is the last one reached."""
    params = {"first": first, "last": last, "assistant": assistant, "funnel": funnel, "stage": stage, "most": most}
    return ask(store, "customers/at_stage", scope, **params)


def waiting(store: Store, scope: Scope, first: date, last: date, assistant: str | None, most: int) -> pd.DataFrame:
    """Return the leads of the days whom nobody has touched."""
    return ask(store, "customers/waiting", scope, first=first, last=last, assistant=assistant, most=most)


def lost(
    store: Store, scope: Scope, first: date, last: date, assistant: str | None, lost_reason: str | None, most: int
) -> pd.DataFrame:
    """Return the visits without an order: for one reason, none given (None), ``FOR_A_GIFT`` alone, ``ANY_REASON``."""
    params = {"first": first, "last": last, "assistant": assistant, "lost_reason": lost_reason, "most": most}
    return ask(store, "customers/lost", scope, **params)


def graded(store: Store, scope: Scope, day: date, assistant: str | None, grade: str | None, most: int) -> pd.DataFrame:
    """Return the open customers with this grade letter, None: with no grade."""
    return ask(store, "customers/graded", scope, day=day, assistant=assistant, grade=grade, most=most)


def moved(
    store: Store,
    scope: Scope,
    first: date,
    last: date,
    assistant: str | None,
    from_grade: str | None,
    to_grade: str | None,
    most: int,
) -> pd.DataFrame:
    """Return the customers behind one row of ``queries.grades.migration``."""
    params = {"first": first, "last": last, "assistant": assistant, "from_grade": from_grade, "to_grade": to_grade}
    return ask(store, "customers/moved", scope, **params, most=most)


def expected(store: Store, scope: Scope, day: date, assistant: str | None, grade: str, most: int) -> pd.DataFrame:
    """Return the customers behind one row of ``queries.grades.calibration``."""
    return ask(store, "customers/expected", scope, day=day, assistant=assistant, grade=grade, most=most)


def touched(
    store: Store, scope: Scope, first: date, last: date, assistant: str | None, grade: str, most: int
) -> pd.DataFrame:
    """Return the customers behind one row of ``queries.grades.effort``, with how often each was touched."""
    params = {"first": first, "last": last, "assistant": assistant, "grade": grade, "most": most}
    return ask(store, "customers/touched", scope, **params)
