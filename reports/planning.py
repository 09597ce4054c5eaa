"""A day to come of some stores: what is asked of each assistant, and whom each receives and calls."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

import pandas as pd

from queries import quotas, tomorrow
from queries.splitting import shared_out

Ask = Callable[..., pd.DataFrame]
PERSON: Final = ["store", "assistant"]
MOST_NOBODY: Final = 50  # of those whom nobody has, as many are named


@dataclass(frozen=True, eq=False)
class Plan:
    """What is known about ``day``. Nothing in it is ever changed.

    ``people`` answers tomorrow/quotas, with ``calls_short`` (by how many calls the day before was missed; null: not
    handed in) and ``listed``, how many customers are on the list. ``lists`` answers tomorrow/listed, as many customers
    each as calls are asked, and those missed; ``nobody`` the same for whom nobody on duty has. ``closed`` answers
    tomorrow/closed.
    """

    day: date
    stores: tuple[str, ...]
    people: pd.DataFrame
    lists: pd.DataFrame
    nobody: pd.DataFrame
    effort: pd.DataFrame
    closed: pd.DataFrame

    def of(self, store: str, assistant: str) -> pd.DataFrame:
        """Return one assistant's list."""
        return self.lists[(self.lists["store"] == store) & (self.lists["assistant"] == assistant)]


def plan(ask: Ask, stores: tuple[str, ...], day: date, assistant: str | None) -> Plan:
    """Ask everything about ``day``, of one assistant or all; ``ask(question, **params)`` answers a typed question."""
    people = ask(tomorrow.quotas, day=day)
    if assistant is not None:
        people = people[people["assistant"] == assistant]
    before = day - timedelta(days=1)
    daily = ask(quotas.daily, first=before, last=before)
    short = daily.assign(calls_short=(daily["call_quota"] - daily["calls"]).clip(lower=0))
    people = people.merge(short[[*PERSON, "calls_short"]], on=PERSON, how="left")
    wanted = people[PERSON].assign(wanted=people["call_quota"] + people["calls_short"].fillna(0))
    most = int(max([MOST_NOBODY, *wanted["wanted"]]))
    found = ask(tomorrow.listed, day=day, assistant=assistant, most=most)
    lists = found.merge(wanted, on=PERSON, how="inner")
    lists = lists[lists["place"] <= lists["wanted"]].drop(columns="wanted")
    sizes = lists.groupby(PERSON).size().rename("listed").reset_index()
    people = people.merge(sizes, on=PERSON, how="left")
    people["listed"] = people["listed"].fillna(0).astype("Int32")
    nobody = found[found["assistant"].isna() & (found["place"] <= MOST_NOBODY)]
    return Plan(day, stores, people, lists, nobody, ask(tomorrow.effort, day=day), ask(tomorrow.closed, day=day))


def effort_planned(plan: Plan) -> pd.DataFrame:
    """Return grade, calls and wanted: how the lists share out the calls, and how the rules would; both sum to the same.

    Stores with other rules count by how many customers their lists hold.
    """
    sizes = plan.lists.groupby("store").size()
    weights = plan.effort["store"].map(sizes).fillna(0).astype(float)
    targets = (plan.effort["target"].astype(float) * weights).groupby(plan.effort["grade"]).sum()
    calls = plan.lists.groupby("counts_as").size().reindex(targets.index, fill_value=0)
    wanted = shared_out(len(plan.lists), [Fraction(target).limit_denominator(10_000) for target in targets])
    return pd.DataFrame({"grade": targets.index, "calls": calls.to_numpy(), "wanted": wanted})
