"""The month's targets of some stores: the answers that the page of targets is made of."""

from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from pages.shared.answers import answer
from pages.shared.filters import Chosen
from queries import funnel, targets
from queries.odds import with_odds
from queries.planning import plan

WAY: Final = ("valid_rate", "visit_rate", "close_rate")  # from a lead to an order


@dataclass(frozen=True, eq=False)
class Aim:
    """What is known of the month of the last day of ``view``. Nothing in it is ever changed.

    ``goals`` are of the stores and all their assistants, with the odds of those that are shown; ``parts`` are what
    there is to make them with; ``days`` are the stores' and assistants' parts of each day; ``work`` is who works when;
    ``rates`` are those measured of who came in the period, by metric.
    """

    view: Chosen
    goals: pd.DataFrame
    parts: pd.DataFrame
    days: pd.DataFrame
    work: pd.DataFrame
    rates: pd.DataFrame

    @property
    def chosen(self) -> pd.DataFrame:
        """The goals that the page is about: the assistant's, else the stores' own."""
        assistants, whose = self.goals["assistant"], self.view.assistant
        return self.goals[assistants.isna() if whose is None else assistants == whose]

    @property
    def shown(self) -> pd.DataFrame:
        """The goals that are drawn: of one store its assistants' too."""
        return self.goals if len(self.view.stores) == 1 and self.view.assistant is None else self.chosen

    @property
    def missing(self) -> int:
        """How many orders the goals the page is about lack, each taken by itself."""
        return int((self.chosen["target"] - self.chosen["done"]).clip(lower=0).sum())


def aim_of(view: Chosen) -> Aim:
    """Ask everything that the page shows."""
    about: dict[str, Any] = {"scope": view.stores, "day": view.last}
    period = {"first": view.first, "last": view.last, "assistant": view.assistant}
    rates = answer(funnel.rates, scope=view.stores, **period, reading="cohort").set_index("metric")
    goals, parts = answer(targets.goals, **about), answer(targets.outlook, **about)
    work = answer(targets.work_days, **about)
    one = len(view.stores) == 1 and view.assistant is None
    return Aim(
        view=view,
        goals=with_odds(goals, parts, None if one else (view.assistant,)),
        parts=parts,
        days=plan(goals, work, pd.Timestamp(view.last)),
        work=work,
        rates=rates.loc[list(WAY)],
    )


def named(aim: Aim, goals: pd.DataFrame, whole: str) -> list[str]:
    """Return the name of each goal: the store where there are several, else the assistant, or ``whole``."""
    if len(aim.view.stores) > 1 and aim.view.assistant is None:
        return goals["store"].tolist()
    names = goals["assistant"].fillna(whole)
    if len(aim.view.stores) == 1:
        return names.tolist()
    return [f"{name}\n{store}" for name, store in zip(names, goals["store"], strict=True)]
