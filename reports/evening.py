"""One evening of some stores: the answers that the page and the meeting text are both made of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import pandas as pd

from queries import meeting, quotas
from reports.gaps import by_result

LOOK_BACK: Final = timedelta(days=27)

Ask = Callable[..., pd.DataFrame]


@dataclass(frozen=True)
class Evening:
    """What is known about ``day``. Each frame is the answer to the question of its name, the board in order of result.

    ``daily`` goes back four weeks, for the days in a row that somebody did not pass.
    """

    day: date
    stores: tuple[str, ...]
    readiness: pd.DataFrame
    quota_board: pd.DataFrame
    day_figures: pd.DataFrame
    hints: pd.DataFrame
    daily: pd.DataFrame

    @property
    def one_store(self) -> bool:
        """Whether the evening is about a single store."""
        return len(self.stores) == 1


def evening(ask: Ask, stores: tuple[str, ...], day: date) -> Evening:
    """Ask everything the meeting needs; ``ask(question, **params)`` answers a typed question of ``queries``."""
    return Evening(
        day=day,
        stores=stores,
        readiness=ask(meeting.readiness, day=day),
        quota_board=by_result(ask(meeting.quota_board, day=day)),
        day_figures=ask(meeting.day_figures, day=day),
        hints=ask(quotas.hints, day=day),
        daily=ask(quotas.daily, first=day - LOOK_BACK, last=day),
    )


def handing_in(readiness: pd.DataFrame) -> pd.DataFrame:
    """Return one row a store and assistant: state (the worst of the required logs) and received_at (the last)."""
    worst = {"in": 0, "late": 1, "missing": 2}
    people = readiness.assign(rank=readiness["state"].map(worst)).groupby(["store", "assistant"], sort=False)
    found = people.agg(rank=("rank", "max"), received_at=("received_at", "max")).reset_index()
    return found.assign(state=found["rank"].map({rank: state for state, rank in worst.items()})).drop(columns="rank")


def failing(daily: pd.DataFrame) -> pd.DataFrame:
    """Return store, assistant and ``days``: how many assessed days up to the last one were not passed in a row."""
    ordered = daily.sort_values("day")
    people = ordered.groupby(["store", "assistant"], sort=False)["passed"]
    days = people.agg(lambda passed: int((~passed.astype(bool))[::-1].cumprod().sum()))
    return days.rename("days").reset_index()
