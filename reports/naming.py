"""People by name, as a sentence needs them."""

from typing import Any, Final

import pandas as pd

from data.texts import say
from data.texts.lists import listed

NAMES: Final = 4  # more than these are only counted


def names(people: pd.DataFrame, language: str, *, one_store: bool) -> str:
    """Return the names of ``people`` (store, assistant), with their stores where there are several; many are counted.

    ``one_store`` says that all a reader sees is of one store.
    """
    shown = listed((person(row, language, one_store=one_store) for _, row in people.head(NAMES).iterrows()), language)
    return shown if len(people) <= NAMES else say("tonight.and_more", language, names=shown, count=len(people))


def person(row: "pd.Series[Any]", language: str, *, one_store: bool) -> str:
    """Return the name of one person, if there is one, with the store where there are several."""
    name = say("tonight.nobody", language) if pd.isna(row["assistant"]) else str(row["assistant"])
    return name if one_store else say("tonight.person", language, name=name, store=row["store"])


def customer(row: "pd.Series[Any]", language: str) -> str:
    """Return the name of one customer, or that none was left."""
    return say("tonight.nameless", language) if pd.isna(row["customer"]) else str(row["customer"])
