"""What the grades of some stores come to: the answers that the page of grades is made of."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from pages.shared.answers import answer
from pages.shared.filters import Chosen
from queries import grades


@dataclass(frozen=True, eq=False)
class Grading:
    """What is known of ``view``, of the chosen assistant or all. Nothing in it is ever changed."""

    view: Chosen
    honesty: "pd.Series[Any]"
    by_store: pd.DataFrame
    calibration: pd.DataFrame
    effort: pd.DataFrame
    distribution: pd.DataFrame
    moves: pd.DataFrame
    agreement: pd.DataFrame
    products: pd.DataFrame

    @property
    def empty(self) -> bool:
        """Whether there is nobody to grade."""
        return self.distribution.empty and self.moves.empty and self.calibration.empty


def grading_of(view: Chosen) -> Grading:
    """Ask everything that the page shows of all customers at once."""
    about = {"scope": view.stores, "assistant": view.assistant}
    return Grading(
        view=view,
        honesty=answer(grades.honesty, **about, day=view.last).iloc[0],
        by_store=answer(grades.a_verdict, **about, day=view.last),
        calibration=answer(grades.calibration, **about, day=view.last),
        effort=answer(grades.effort, **about, first=view.first, last=view.last),
        distribution=answer(grades.distribution, **about, day=view.last),
        moves=answer(grades.migration, **about, first=view.first, last=view.last),
        agreement=answer(grades.agreement, **about, day=view.last),
        products=answer(grades.products, **about, day=view.last),
    )
