"""Tomorrow: whom each assistant receives and calls, and what is asked of each."""

from datetime import date
from typing import Final

import pandas as pd

from data.store import Scope, Store
from queries.asking import ask

CALL_FOR: Final = ("visit", "contact", "due", "spare", "wake")  # the most important first


def listed(store: Store, scope: Scope, day: date, assistant: str | None, most: int) -> pd.DataFrame:
    """Return whom to receive and to call on ``day``, at most ``most`` customers an assistant, and why (``CALL_FOR``).

    Without an assistant are those whose holder is not on duty that day; of a closed store only who agreed on the day.
    """
    return ask(store, "tomorrow/listed", scope, day=day, assistant=assistant, most=most)


def closed(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return the stores that their calendar closes on ``day`` and where nobody handed in all the same."""
    return ask(store, "tomorrow/closed", scope, day=day)


def quotas(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return the tasks of ``day``, or what the rules would ask for; ``relief`` and ``extra`` are of the invites."""
    return ask(store, "tomorrow/quotas", scope, day=day)


def effort(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return the share of all touches that each grade should get."""
    return ask(store, "tomorrow/effort", scope, day=day)
