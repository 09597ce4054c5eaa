"""Who sits in the groups of some stores: the answers that the page of groups is made of."""

from dataclasses import dataclass

import pandas as pd

from pages.shared.answers import answer
from pages.shared.customer_list import MOST
from pages.shared.filters import Chosen
from queries import groups
from queries.groups import PARTS


@dataclass(frozen=True, eq=False)
class Grouping:
    """What is known of ``view``, of the chosen assistant or all. Nothing in it is ever changed.

    ``by_channel`` and ``by_assistant`` are of those who joined; ``cost`` is of the stores, whoever was chosen.
    """

    view: Chosen
    health: pd.DataFrame
    junk: pd.DataFrame
    by_channel: pd.DataFrame
    by_assistant: pd.DataFrame
    clean_up: pd.DataFrame
    cost: pd.DataFrame

    @property
    def strong_junk(self) -> int:
        """How many of those to remove are graded A or B."""
        return int(self.clean_up["grade"].str[:1].isin(["A", "B"]).sum())


def grouping_of(view: Chosen) -> Grouping:
    """Ask everything that the page shows."""
    about = {"scope": view.stores, "assistant": view.assistant}
    return Grouping(
        view=view,
        health=answer(groups.health, **about, day=view.last),
        junk=answer(groups.junk, **about, day=view.last),
        by_channel=answer(groups.retention, **about, first=view.first, last=view.last, cut="channel"),
        by_assistant=answer(groups.retention, **about, first=view.first, last=view.last, cut="assistant"),
        clean_up=answer(groups.clean_up, **about, day=view.last, most=MOST),
        cost=answer(groups.cost, scope=view.stores, first=view.first, last=view.last),
    )


def by_part(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each of ``rows`` and part, as ``charts.group_mix`` draws them."""
    parts = [rows.assign(part=part, customers=rows[part]) for part in PARTS]
    return pd.concat(parts).sort_index(kind="stable")
