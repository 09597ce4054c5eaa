"""What the customers of some stores are worth: the answers that the page of value is made of."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from pages.shared.answers import answer
from pages.shared.filters import Chosen
from queries import value


@dataclass(frozen=True, eq=False)
class Worth:
    """What is known of ``view``, of the chosen assistant's customers or all. Nothing in it is ever changed.

    Life stages and cuts, which need more than the customers who bought, are asked for where they are drawn.
    """

    view: Chosen
    summary: "pd.Series[Any]"
    curve: pd.DataFrame
    tiers: pd.DataFrame
    advice: pd.DataFrame
    segments: pd.DataFrame
    edges: pd.DataFrame
    bridge: pd.DataFrame

    @property
    def empty(self) -> bool:
        """Whether nobody bought."""
        return not self.summary["customers"]


def worth_of(view: Chosen) -> Worth:
    """Ask what the page shows of everybody who bought."""
    days: dict[str, Any] = {"scope": view.stores, "first": view.first, "last": view.last}
    about: dict[str, Any] = {**days, "assistant": view.assistant}
    return Worth(
        view=view,
        summary=answer(value.summary, **about).iloc[0],
        curve=answer(value.curve, **about),
        tiers=answer(value.tiers, **about),
        advice=answer(value.advice, **about),
        segments=answer(value.segments, **about),
        edges=answer(value.rfm_edges, **days),
        bridge=answer(value.decomposition, **about),
    )
