"""Targets: what they need, how far the month is, and whether they will be made.

A store's own target has no assistant. Orders are customers who bought on a day, as on the evening page.
"""

from datetime import date
from typing import Any, Final

import pandas as pd

from data.store import Scope, Store
from queries import forecasting
from queries.asking import ask
from queries.calendar import weighted
from queries.planning import by_hour, plan

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
    ``leads_needed`` (more leads for a probability of 80 %; ``leads_usual`` came in as many days as are left) are null
    under 14 days of data.
    """
    goals = ask(store, "targets/progress", scope, day=day)
    parts = outlook(store, scope, day)
    chances = pd.DataFrame([_chances(goal, parts) for goal in goals.itertuples()], index=goals.index, columns=CHANCES)
    place = list(goals.columns).index("elapsed_share") + 1
    goals.insert(place, "probability", chances["probability"].astype(float))
    return goals.assign(**{name: chances[name].astype("Int32") for name in CHANCES[1:]})


TIERS: Final = {"target": "target", "sprint": "sprint_target", "challenge": "challenge_target"}
CHANCES: Final = ("probability", "p50", "p80", "leads_needed", "leads_usual")


def work_days(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return who is there to bring the target of the month of ``day``, on which of its days, and what each counts.

    See ``queries.calendar.weighted``.
    """
    return weighted(ask(store, "targets/work_days", scope, day=day))


def days(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return the month's target of orders by store, assistant and day, and what is missing over the days after ``day``.

    See ``queries.planning.plan``; without a target of orders there are no rows.
    """
    goals = ask(store, "targets/progress", scope, day=day)
    return plan(goals, work_days(store, scope, day), pd.Timestamp(day))


def hours(store: Store, scope: Scope, day: date) -> pd.DataFrame:
    """Return what everybody is to bring of what is missing, by hour of the first working day after ``day``.

    By when calls and visits were, between opening and closing; see ``queries.planning.by_hour``.
    """
    left = days(store, scope, day)
    left = left[left["still"].notna()]
    first = left.groupby("store")["day"].transform("min")
    return by_hour(left[left["day"] == first], ask(store, "targets/hours", scope, day=day))


def tiers(store: Store, scope: Scope, day: date, assistant: str | None = None) -> pd.DataFrame:
    """Return target, sprint and challenge target of an assistant, else of the stores: what is missing, how probable.

    ``orders`` are the target times the rules' factors, rounded up; the rest as in ``progress``.
    """
    goals = ask(store, "targets/progress", scope, day=day).dropna(subset="target")
    goals = goals[goals["assistant"].isna() if assistant is None else goals["assistant"] == assistant]
    parts = outlook(store, scope, day)
    rows = [
        {
            "store": goal["store"],
            "assistant": goal["assistant"],
            "goal": name,
            "orders": int(goal[column]),
            "missing": max(int(goal[column]) - int(goal["done"]), 0),
            **_chances(goal.rename({"target": "", column: "target"}), parts),
        }
        for _, goal in goals.iterrows()
        for name, column in TIERS.items()
    ]
    columns = ["store", "assistant", "goal", "orders", "missing", *CHANCES]
    found = pd.DataFrame(rows, columns=columns).drop(columns=["p50", "p80", "leads_usual"])
    whole = {name: found[name].astype("Int32") for name in ("orders", "missing", "leads_needed")}
    return found.assign(probability=found["probability"].astype(float), **whole)


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
        "leads_usual": forecasting.leads_usual(own),
    }
