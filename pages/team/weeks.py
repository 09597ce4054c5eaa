"""Some weeks of some stores: the answers that the page of quotas is made of."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from pages.shared.answers import answer
from pages.shared.filters import Chosen
from pages.shared.people import of
from pages.team.steadiness import ranked
from queries import quotas


@dataclass(frozen=True, eq=False)
class Weeks:
    """What is known about the period of ``view``, of the chosen assistant or all. Nothing in it is ever changed."""

    view: Chosen
    daily: pd.DataFrame
    leave: pd.DataFrame
    streaks: pd.DataFrame
    pace: pd.DataFrame
    hints: pd.DataFrame

    @cached_property
    def people(self) -> pd.DataFrame:
        """The people, the steadiest of each store first (see ``steadiness.ranked``)."""
        return ranked(self.daily, self.leave)


def weeks_of(view: Chosen) -> Weeks:
    """Ask everything that the page shows."""
    stores, first, last = view.stores, view.first, view.last
    daily = answer(quotas.daily, scope=stores, first=first, last=last)
    leave = answer(quotas.leave, scope=stores, first=first, last=last)
    streaks, pace, hints = (
        of(view.assistant, answer(question, scope=stores, day=last))
        for question in (quotas.streaks, quotas.pace, quotas.hints)
    )
    return Weeks(
        view=view,
        daily=of(view.assistant, daily).sort_values(["day", "store", "assistant"], ascending=[False, True, True]),
        leave=of(view.assistant, leave),
        streaks=streaks.sort_values(["streak", "days_passed"], ascending=False, kind="stable"),
        pace=pace,
        hints=hints,
    )
