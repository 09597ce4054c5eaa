"""Who brings some stores their customers: the answers that the page of referrals is made of."""

from dataclasses import dataclass

import pandas as pd

from pages.shared.answers import answer
from pages.shared.filters import Chosen
from queries import bringing, referrals
from queries.fates import traced
from queries.ledger import gifts_in_reach, owed


@dataclass(frozen=True, eq=False)
class Referring:
    """What is known of ``view``. Nothing in it is ever changed.

    ``traced`` and ``people`` are of all referrals up to the last day, ``bringers`` of those between the days.
    ``bringers`` and ``balances`` are the customers whom the chosen assistant holds, ``contested`` the rows that the
    assistant wrote, else all.
    """

    view: Chosen
    traced: pd.DataFrame
    people: pd.DataFrame
    bringers: pd.DataFrame
    balances: pd.DataFrame
    contested: pd.DataFrame
    reproduction: pd.DataFrame
    services: pd.DataFrame
    conversion: pd.DataFrame

    @property
    def empty(self) -> bool:
        """Whether there is nothing to say: no action, and no service visit in the period."""
        return self.balances.empty and self.contested.empty and self.services.empty


def referring_of(view: Chosen) -> Referring:
    """Ask everything that the page shows."""
    stores, period = view.stores, {"assistant": view.assistant, "first": view.first, "last": view.last}
    said = traced(answer(referrals.actions, scope=stores, day=view.last))
    people = answer(referrals.people, scope=stores, day=view.last)
    first, last = pd.Timestamp(view.first), pd.Timestamp(view.last)
    cut = "store" if len(stores) > 1 else "assistant"
    return Referring(
        view=view,
        traced=said,
        people=people,
        bringers=_of(view, bringing.bringers(said, people, first, last)),
        balances=_of(view, gifts_in_reach(owed(said, people), answer(referrals.gifts, scope=stores, day=view.last))),
        contested=_of(view, bringing.contested(said, people)),
        reproduction=bringing.reproduction(said, last),
        services=answer(referrals.per_service, scope=stores, cut=cut, **period),
        conversion=answer(referrals.conversion, scope=stores, **period),
    )


def _of(view: Chosen, rows: pd.DataFrame) -> pd.DataFrame:
    if view.assistant is None:
        return rows
    return rows[rows["assistant"] == view.assistant].reset_index(drop=True)
