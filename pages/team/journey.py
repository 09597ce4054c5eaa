"""The way of the customers of a period, and what explains it: the answers that the page of the funnel is made of."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from pages.shared.answers import answer
from pages.shared.filters import Chosen
from queries import funnel
from queries.statistics import median_wait
from reports.diagnosis import Evidence

FUNNELS = tuple(funnel.FUNNELS)


@dataclass(frozen=True, eq=False)
class Way:
    """How far the customers of one funnel came. ``stages``: stage, customers and still_open; ``waits``: stage and days.

    Nothing in it is ever changed.
    """

    funnel: str
    stages: pd.DataFrame
    waits: pd.DataFrame
    cohorts: pd.DataFrame


@dataclass(frozen=True, eq=False)
class Journey:
    """What is known about the leads of the period of ``view``, of the chosen assistant or all."""

    view: Chosen
    evidence: Evidence
    replies: pd.DataFrame
    reference: pd.DataFrame
    source_grades: pd.DataFrame


def asked(view: Chosen) -> dict[str, Any]:
    """Return what every question about the view is asked with."""
    return {"scope": view.stores, "first": view.first, "last": view.last, "assistant": view.assistant}


def journey_of(view: Chosen) -> Journey:
    """Ask everything that the page shows of leads, visits and broadcasts."""
    about = asked(view)
    return Journey(
        view=view,
        evidence=Evidence(
            rates=answer(funnel.rates, **about, reading="cohort"),
            bottlenecks=answer(funnel.bottlenecks, **about),
            haste=answer(funnel.haste, **about),
            reply_level=answer(funnel.reply_level, **about),
            visits=answer(funnel.visits, **about),
            lost_reasons=answer(funnel.lost_reasons, **about),
            first_contact=answer(funnel.first_contact, **about),
        ),
        replies=answer(funnel.replies, **about),
        reference=answer(funnel.reference, **about),
        source_grades=answer(funnel.source_grades, **about),
    )


def way_of(view: Chosen, of_funnel: str) -> Way:
    """Ask how far the customers of one funnel came, and how long it took."""
    about = asked(view) | {"funnel": of_funnel}
    stages = answer(funnel.stages, **about)
    still_open = answer(funnel.still_open, **about)["customers"]
    return Way(
        funnel=of_funnel,
        stages=stages.assign(still_open=still_open),
        waits=_medians(answer(funnel.waits, **about), stages["stage"].tolist()[1:]),
        cohorts=answer(funnel.cohorts, **about),
    )


def _medians(waits: pd.DataFrame, stages: list[str]) -> pd.DataFrame:
    found = [
        median_wait(rows["days"], rows["reached"], rows["customers"])
        for rows in (waits[waits["stage"] == stage] for stage in stages)
    ]
    return pd.DataFrame({"stage": stages, "median_days": pd.array(found, dtype="Float64")})
