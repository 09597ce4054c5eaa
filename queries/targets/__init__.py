"""Targets: what they need, how far the month is, and whether they will be made.

A store's own target has no assistant. Orders are customers who bought on a day, as on the evening page.
"""

from datetime import date
from typing import Any, Final

import pandas as pd

from data.store import Scope, Store
from queries import forecasting
from queries.asking import ask
from queries.splitting import shared_out

RATES: Final = ("measured", "benchmark")


def reverse(
    store: Store,
    scope: Scope,
    first: date,
    last: date,
    assistant: str | None = None,
    orders: int | None = None,
    close_rate: float | None = None,
    visit_rate: float | None = None,
    valid_rate: float | None = None,
    rates: str = "measured",
) -> pd.DataFrame:
    """Return how many visits, valid leads and leads ``orders`` need; None: as many as the target of the month.

    ``rates``, one of ``RATES``, counts where no rate is given; measured from those who came between the days.
    """
    return ask(
        store,
        "targets/reverse",
        scope,
        first=first,
        last=last,
        assistant=assistant,
        orders=orders,
        close_rate=close_rate,
        visit_rate=visit_rate,
        valid_rate=valid_rate,
        rates=rates,
    )


def outlook(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return what there is to make the rest of the month with; see ``queries.forecasting``."""
    return ask(store, "targets/outlook", scope, day=day)


def progress(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return every target of the month with what is done, and how probably it will be made.

    ``probability``, ``p50`` and ``p80`` (as many orders or more in half and in four fifths of the draws) and
    ``leads_needed`` (more leads for a probability of 80 %) are null under 14 days of data.
    """
    goals = ask(store, "targets/progress", scope, day=day)
    parts = outlook(store, scope, day)
    chances = pd.DataFrame([_chances(goal, parts) for goal in goals.itertuples()], index=goals.index, columns=CHANCES)
    place = list(goals.columns).index("elapsed_share") + 1
    goals.insert(place, "probability", chances["probability"].astype(float))
    return goals.assign(**{name: chances[name].astype("Int32") for name in CHANCES[1:]})


CHANCES: Final = ("probability", "p50", "p80", "leads_needed")


def work_days(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return the days of the month of ``day`` with somebody to bring its target, and how many are at work on each."""
    return ask(store, "targets/work_days", scope, day=day)


def days(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return ``planned`` and ``still`` by store, assistant (None: the store itself) and working day of the month.

    ``planned`` shares out the whole target, ``still`` what is missing on ``day`` over the days after it: null up to
    ``day``. An assistant's days weigh alike, a store's as many as are at work. Without a target of orders there are no
    rows; on no day left, what is missing stands nowhere.
    """
    goals = ask(store, "targets/progress", scope, day=day).dropna(subset="target")
    found = work_days(store, scope, day).merge(goals[["store", "assistant", "target", "done"]])
    none = pd.Series(pd.NA, index=found.index, dtype="Int32")
    shares = found.assign(planned=none, still=none)
    for _, own in found.groupby(["store", "assistant"], dropna=False):
        target, done = int(own["target"].iloc[0]), int(own["done"].iloc[0])
        ahead = own[own["day"] > pd.Timestamp(day)]
        shares.loc[own.index, "planned"] = shared_out(target, own["working"].tolist())
        shares.loc[ahead.index, "still"] = shared_out(max(target - done, 0), ahead["working"].tolist())
    return shares[["store", "assistant", "day", "planned", "still"]]


def _chances(goal: Any, parts: pd.DataFrame) -> dict[str, float | None]:
    whose = parts["assistant"].isna() if pd.isna(goal.assistant) else parts["assistant"] == goal.assistant
    own = parts[(parts["store"] == goal.store) & whose]
    ahead = forecasting.orders_ahead(own)
    if ahead is None or pd.isna(goal.target):
        return dict.fromkeys(CHANCES)
    missing = int(goal.target) - int(goal.done)
    return {
        "probability": forecasting.probability(ahead, missing),
        "p50": int(goal.done) + forecasting.made_with(ahead, 0.5),
        "p80": int(goal.done) + forecasting.made_with(ahead, forecasting.SURE_ENOUGH),
        "leads_needed": forecasting.leads_needed(own, ahead, missing),
    }
