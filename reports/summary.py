"""What leaves of an evening: all chosen stores together, each by itself, and what was refused that day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from queries import records
from reports.evening import Evening, evening

AskIn = Callable[..., pd.DataFrame]


@dataclass(frozen=True, eq=False)
class Summary:
    """The evening of all ``stores`` and of each; ``refused`` is the answer to records/refused_on."""

    whole: Evening
    stores: tuple[Evening, ...]
    refused: pd.DataFrame

    @property
    def sections(self) -> tuple[Evening, ...]:
        """What is printed one after the other: several stores together first, then each."""
        return self.stores if self.whole.one_store else (self.whole, *self.stores)


def summary(ask: AskIn, stores: tuple[str, ...], day: date) -> Summary:
    """Ask everything that leaves; ``ask(question, scope, **params)`` answers for the stores in ``scope``."""

    def of(scope: tuple[str, ...]) -> Evening:
        def within(question: Callable[..., pd.DataFrame], **params: object) -> pd.DataFrame:
            return ask(question, scope, **params)

        return evening(within, scope, day)

    whole = of(stores)
    each = (whole,) if whole.one_store else tuple(of((store,)) for store in stores)
    return Summary(whole, each, ask(records.refused_on, stores, day=day))
