"""People by name, as a sentence needs them."""

from collections.abc import Iterable
from typing import Any, Final, Literal

import pandas as pd

from data.texts import say
from data.texts.lists import listed

NAMES: Final = 4  # more than these are only counted

Kind = Literal["people", "stores", "groups"]


def some(named: Iterable[object], kind: Kind, language: str) -> str:
    """Return the first of those ``named``, and of many how many they are."""
    all_named = list(named)
    shown = listed(all_named[:NAMES], language)
    if len(all_named) <= NAMES:
        return shown
    return say(f"lists.more.{kind}", language, names=shown, count=f"{len(all_named):,}")


def names(people: pd.DataFrame, language: str, *, one_store: bool) -> str:
    """Return the names of ``people`` (store, assistant), with their stores where there are several; many are counted.

    ``one_store`` says that all a reader sees is of one store.
    """
    return some((person(row, language, one_store=one_store) for _, row in people.iterrows()), "people", language)


def person(row: "pd.Series[Any]", language: str, *, one_store: bool) -> str:
    """Return the name of one person, if there is one, with the store where there are several."""
    name = say("tonight.nobody", language) if pd.isna(row["assistant"]) else str(row["assistant"])
    return name if one_store else say("tonight.person", language, name=name, store=row["store"])


def customer(row: "pd.Series[Any]", language: str) -> str:
    """Return the name of one customer, or that none was left."""
    return say("tonight.nameless", language) if pd.isna(row["customer"]) else str(row["customer"])
