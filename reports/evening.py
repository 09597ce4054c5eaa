"""One evening of some stores: the answers that the page and the meeting text are both made of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Final

import pandas as pd

from queries import funnel, meeting, promises, quotas
from reports.gaps import by_result

LOOK_BACK: Final = timedelta(days=27)
QUARTER: Final = timedelta(days=90)  # with the day: 13 weeks, of which two months can be judged
LISTED: Final = 8  # customers about to be lost that are named

Ask = Callable[..., pd.DataFrame]


@dataclass(frozen=True, eq=False)
class Evening:
    """What is known about ``day``. Each frame is the answer to the question of its name, the board in order of result.

    ``daily`` goes back four weeks, for the days in a row that somebody did not pass; the funnel of the leads
    (``stages``, ``still_open``, ``bottlenecks``) goes back 13. ``promised`` is what was said for the day, and ``kept``
    what came of it. Nothing in it is ever changed, so an evening stands for
    itself in a cache.
    """

    day: date
    stores: tuple[str, ...]
    readiness: pd.DataFrame
    quota_board: pd.DataFrame
    day_figures: pd.DataFrame
    hints: pd.DataFrame
    daily: pd.DataFrame
    duty: pd.DataFrame
    trend: pd.DataFrame
    quota_origin: pd.DataFrame
    grade_mix: pd.DataFrame
    stages: pd.DataFrame
    still_open: pd.DataFrame
    bottlenecks: pd.DataFrame
    slipping: pd.DataFrame
    promised: pd.DataFrame
    kept: pd.DataFrame

    @cached_property
    def people(self) -> pd.DataFrame:
        """Who has handed in what, one row a person (see ``handing_in``)."""
        return handing_in(self.readiness)

    @property
    def one_store(self) -> bool:
        """Whether the evening is about a single store."""
        return len(self.stores) == 1

    @property
    def is_empty(self) -> bool:
        """Whether nothing has come in of the day, and nobody was on duty."""
        return self.quota_board.empty and bool(self.day_figures["value"].isna().all())


def evening(ask: Ask, stores: tuple[str, ...], day: date) -> Evening:
    """Ask everything the meeting needs; ``ask(question, **params)`` answers a typed question of ``queries``."""
    quarter = {"first": day - QUARTER, "last": day, "assistant": None}
    return Evening(
        day=day,
        stores=stores,
        readiness=ask(meeting.readiness, day=day),
        quota_board=by_result(ask(meeting.quota_board, day=day)),
        day_figures=ask(meeting.day_figures, day=day),
        hints=ask(quotas.hints, day=day),
        daily=ask(quotas.daily, first=day - LOOK_BACK, last=day),
        duty=ask(meeting.duty, day=day),
        trend=ask(meeting.trend, day=day),
        quota_origin=ask(meeting.quota_origin, day=day),
        grade_mix=ask(meeting.grade_mix, day=day),
        stages=ask(funnel.stages, **quarter, funnel="leads"),
        still_open=ask(funnel.still_open, **quarter, funnel="leads"),
        bottlenecks=ask(funnel.bottlenecks, **quarter),
        slipping=ask(meeting.slipping, day=day, assistant=None, most=LISTED),
        promised=ask(promises.made, day=day),
        kept=ask(promises.kept, day=day),
    )


def costliest(bottlenecks: pd.DataFrame) -> "pd.Series[Any] | None":
    """Return the step below its benchmark that costs most orders; None where no step is surely below."""
    below = bottlenecks.query("verdict == 'below' and orders_gained >= 1")
    return None if below.empty else below.nlargest(1, "orders_gained").iloc[0]


def handing_in(readiness: pd.DataFrame) -> pd.DataFrame:
    """Return one row a store and assistant: state (the worst of the required logs) and received_at (the last)."""
    worst = {"in": 0, "late": 1, "missing": 2}
    people = readiness.assign(rank=readiness["state"].map(worst)).groupby(["store", "assistant"], sort=False)
    found = people.agg(rank=("rank", "max"), received_at=("received_at", "max")).reset_index()
    return found.assign(state=found["rank"].map({rank: state for state, rank in worst.items()})).drop(columns="rank")


def failing(daily: pd.DataFrame) -> pd.DataFrame:
    """Return store, assistant and ``days``: how many assessed days up to the last one were not passed in a row."""
    person = ["store", "assistant"]
    latest_first = daily.sort_values("day", ascending=False)
    ended = latest_first.assign(ended=latest_first["passed"].astype(bool)).groupby(person, sort=False)["ended"].cummax()
    days = latest_first[person].assign(days=(~ended.astype(bool)).astype(int))
    return days.groupby(person, sort=False, as_index=False).agg(days=("days", "sum"))
