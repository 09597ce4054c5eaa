"""Whom to call tonight, because the customer is about to be lost."""

from typing import Any

import pandas as pd

from data.texts import say
from reports.naming import customer, person


def to_call(slipping: pd.DataFrame, language: str, *, one_store: bool) -> list[str]:
    """Return how many customers are about to be lost, then a line for each that is named, the most urgent first.

    ``slipping``: as ``queries.meeting.slipping`` answers. ``one_store`` says that all a reader sees is of one store.
    """
    if slipping.empty:
        return [say("tonight.nobody_to_call", language)]
    head = say("tonight.how_many_to_call", language, count=int(slipping["of_all"].iloc[0]), named=len(slipping))
    return [head, *(_line(row, language, one_store=one_store) for _, row in slipping.iterrows())]


def _line(row: "pd.Series[Any]", language: str, *, one_store: bool) -> str:
    return say(
        "tonight.to_call",
        language,
        customer=customer(row, language),
        contact=" ".join(row["contacts"]),
        grade=row["grade"],
        days=row["days"],
        most=row["touch_days"],
        assistant=person(row, language, one_store=one_store),
    )
