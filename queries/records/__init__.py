"""What came in: uploads and the rows they refused; what stands behind a figure and what changed it; who is who."""

from datetime import date
from typing import Final

import pandas as pd

from data import identity
from data.store import Scope, Store
from queries.asking import ask

OF_A_CUSTOMER: Final = ("key", "customer", "contacts", "holder", "touched_on")
# The figures of the meeting with rows behind them.
FIGURES: Final = ("calls", "invites", "visits_agreed", "visited", "orders", "grades")


def history(store: Store, scope: Scope, *, most: int) -> pd.DataFrame:
    """Return the newest ``most`` uploads; ``whole`` says whether the scope holds all of an upload's stores."""
    return ask(store, "records/history", scope, most=most)


def refused(store: Store, scope: Scope, *, batch: int) -> pd.DataFrame:
    """Return an upload's refused rows with their original cells; nothing unless the scope holds all its stores."""
    return ask(store, "records/refused", scope, batch=batch)


def refused_on(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return what was wrong with the refused rows of the uploads received on ``day``, without their cells."""
    return ask(store, "records/refused_on", scope, day=day)


def repairs(store: Store, scope: Scope, *, batch: int) -> pd.DataFrame:
    """Return what an upload mended, a row a column, with examples; nothing unless the scope holds all its stores."""
    return ask(store, "records/repairs", scope, batch=batch)


def offers(store: Store, scope: Scope) -> pd.DataFrame:
    """Return the pairs of customers that look like one, the likeliest first; see ``data.identity.offers``.

    store, reason, and of ``one`` and of the ``other``: _key, _customer, _contacts (masked), _holder, _touched_on.
    """
    found = [(offer.store, offer.reason, *_of(offer.one), *_of(offer.other)) for offer in identity.offers(store, scope)]
    columns = [f"{side}_{name}" for side in ("one", "other") for name in OF_A_CUSTOMER]
    table = pd.DataFrame(found, columns=["store", "reason", *columns])
    return table.astype(dict.fromkeys(("one_touched_on", "other_touched_on"), "datetime64[us]"))


def _of(known: identity.Known) -> tuple[object, ...]:
    return known.customer_key, known.customer, " ".join(known.contacts), known.holder, known.last_touch_on


def ties(store: Store, scope: Scope, *, customer: int) -> pd.DataFrame:
    """Return the ties between the contacts of a customer, and how many uploads make each."""
    return ask(store, "records/ties", scope, customer=customer)


def crowded_contacts(store: Store, scope: Scope, *, least: int) -> pd.DataFrame:
    """Return the WeChat ids that tie ``least`` phones or more, most phones first."""
    return ask(store, "records/crowded_contacts", scope, least=least)


def decisions(store: Store, scope: Scope, *, most: int) -> pd.DataFrame:
    """Return the newest ``most`` decisions about who is who; one with ``voided_at`` has been taken back."""
    return ask(store, "records/decisions", scope, most=most)


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
