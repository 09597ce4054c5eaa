"""Groups: who sits in them, what kind of junk, who stays, whom to remove, and what a new A or B customer costs.

Members are the customers in the last count of a group up to the day, neither removed nor gone. ``assistant`` None:
everybody's, else those whom the assistant invited, or holds on the day.
"""

from datetime import date
from typing import Final

import pandas as pd

from data.store import Scope, Store
from queries.asking import ask

CUTS: Final = ("assistant", "channel")
PARTS: Final = ("intent", "others", "junk")


def health(store: Store, scope: Scope, day: date, assistant: str | None = None) -> pd.DataFrame:
    """Return the members of each group, and how many of them are of each of ``PARTS``."""
    return ask(store, "groups/health", scope, day=day, assistant=assistant)


def junk(store: Store, scope: Scope, day: date, assistant: str | None = None) -> pd.DataFrame:
    """Return the junk of each store by reason, and the members by channel: the ``cut`` is "reason" or "channel"."""
    return ask(store, "groups/junk", scope, day=day, assistant=assistant)


def retention(
    store: Store, scope: Scope, first: date, last: date, assistant: str | None = None, cut: str = CUTS[0]
) -> pd.DataFrame:
    """Return who was invited, joined and was still in after 7 days, by one of ``CUTS``; Wilson interval, 95 %.

    ``assistant``: whom that assistant invited. Whether somebody stayed may be unknown, or too early to say.
    """
    return ask(store, "groups/retention", scope, first=first, last=last, assistant=assistant, cut=cut)


def clean_up(store: Store, scope: Scope, day: date, assistant: str | None, most: int) -> pd.DataFrame:
    """Return at most ``most`` members to remove, each with the reason the last count gives."""
    return ask(store, "groups/clean_up", scope, day=day, assistant=assistant, most=most)


def cost(store: Store, scope: Scope, first: date, last: date) -> pd.DataFrame:
    """Return what each store's new A and B customers cost between two days, against its baseline month."""
    return ask(store, "groups/cost", scope, first=first, last=last)
