"""What the grades of some stores come to: the answers that the page of grades is made of."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd

from pages.shared.answers import answer
from pages.shared.filters import PERIOD, Chosen
from queries import grades

NEW: Final = "new"


@dataclass(frozen=True, eq=False)
class Grading:
    """What is known of ``view``, of the chosen assistant or all. Nothing in it is ever changed.

    ``moves`` begin on ``moves_from``: the first day, or where nobody was known on it, four weeks before the last.
    """

    view: Chosen
    honesty: "pd.Series[Any]"
    by_store: pd.DataFrame
    calibration: pd.DataFrame
    effort: pd.DataFrame
    distribution: pd.DataFrame
    moves: pd.DataFrame
    moves_from: date
    agreement: pd.DataFrame
    products: pd.DataFrame

    @property
    def empty(self) -> bool:
        """Whether there is nobody to grade."""
        return self.distribution.empty and self.moves.empty and self.calibration.empty


def grading_of(view: Chosen) -> Grading:
    """Ask everything that the page shows of all customers at once."""
    about = {"scope": view.stores, "assistant": view.assistant}
    moves, moves_from = _moves(view)
    return Grading(
        view=view,
        honesty=answer(grades.honesty, **about, day=view.last).iloc[0],
        by_store=answer(grades.a_verdict, **about, day=view.last),
        calibration=answer(grades.calibration, **about, day=view.last),
        effort=answer(grades.effort, **about, first=view.first, last=view.last),
        distribution=answer(grades.distribution, **about, day=view.last),
        moves=moves,
        moves_from=moves_from,
        agreement=answer(grades.agreement, **about, day=view.last),
        products=answer(grades.products, **about, day=view.last),
    )


def _moves(view: Chosen) -> tuple[pd.DataFrame, date]:
    for first in (view.first, max(view.first, view.last - PERIOD)):
        moves = answer(grades.migration, scope=view.stores, first=first, last=view.last, assistant=view.assistant)
        if (moves["from_grade"] != NEW).any():
            return moves, first
    return moves, view.first
