"""What came in: uploads and the rows they refused; what stands behind a figure, and what changed it."""

from datetime import date
from typing import Final

import pandas as pd

from data.store import Scope, Store
from queries.asking import ask

# The figures of the meeting with rows behind them.
FIGURES: Final = ("calls", "invites", "visits_agreed", "visited", "orders", "grades")


def history(store: Store, scope: Scope, *, most: int) -> pd.DataFrame:
    """Return the newest ``most`` uploads; ``whole`` says whether the scope holds all of an upload's stores."""
    return ask(store, "records/history", scope, most=most)


def refused(store: Store, scope: Scope, *, batch: int) -> pd.DataFrame:
    """Return an upload's refused rows with their original cells; nothing unless the scope holds all its stores."""
    return ask(store, "records/refused", scope, batch=batch)


def rows_behind(store: Store, scope: Scope, day: date, figure: str | None, assistant: str | None) -> pd.DataFrame:
    """Return the rows of the logs that a day's figure is made of, of all figures and everybody where none is named.

    ``figure`` is one of ``FIGURES``. ``counted`` is yes, or says why a row adds
    nobody: again (the customer counts already), overruled (another log is believed), nobody (no customer is known),
    refund. An order's amount is the sum of all its rows but the overruled.
    """
    return ask(store, "records/rows_behind", scope, day=day, figure=figure, assistant=assistant)


def changed(store: Store, scope: Scope, first_version: int, second_version: int) -> pd.DataFrame:
    """Return every figure of an assistant's day that is another one after ``second_version``, the later one.

    ``version`` is the last one that changed it. Quotas are no figures: they follow from the rules.
    """
    return ask(store, "records/changed", scope, first_version=first_version, second_version=second_version)


def versions(store: Store, scope: Scope) -> pd.DataFrame:
    """Return the data versions that touched the scope, the newest first, with what made them and who.

    ``name`` is a file's or a rule's, ``days`` how many assistants' days became something else.
    """
    return ask(store, "records/versions", scope)
