"""What some stores have in customers without an order: the answers that the page of assets is made of."""

from dataclasses import dataclass

import pandas as pd

from pages.shared.answers import answer
from pages.shared.filters import Chosen
from queries import assets, funnel


@dataclass(frozen=True, eq=False)
class Holding:
    """What is known of ``view``, of the chosen assistant or all. Nothing in it is ever changed.

    ``everybody`` are the holders whoever was chosen: among them are those who could take over.
    """

    view: Chosen
    holders: pd.DataFrame
    everybody: pd.DataFrame
    stale: pd.DataFrame
    handovers: pd.DataFrame
    woken: pd.DataFrame
    reference: pd.DataFrame

    @property
    def empty(self) -> bool:
        """Whether nobody holds anybody."""
        return not self.holders["customers"].sum()


def holding_of(view: Chosen) -> Holding:
    """Ask everything that the page shows of all customers at once."""
    about = {"scope": view.stores, "assistant": view.assistant}
    return Holding(
        view=view,
        holders=answer(assets.by_holder, **about, day=view.last),
        everybody=answer(assets.by_holder, scope=view.stores, day=view.last),
        stale=answer(assets.stale, **about, day=view.last),
        handovers=answer(assets.handovers, **about, day=view.last),
        woken=answer(assets.woken, **about, first=view.first, last=view.last),
        reference=answer(funnel.reference, **about, first=view.first, last=view.last),
    )
