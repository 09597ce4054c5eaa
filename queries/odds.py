"""How probably the month's targets are made: of each goal the draws of what may come, held against what is missing."""

from collections.abc import Container, Iterable
from typing import Any, Final

import pandas as pd

from queries import forecasting

TIERS: Final = {"target": "target", "sprint": "sprint_target", "challenge": "challenge_target"}
ODDS: Final = ("probability", "p50", "p80", "leads_needed", "leads_usual")


def with_odds(goals: pd.DataFrame, parts: pd.DataFrame, whose: Container[str | None] | None = None) -> pd.DataFrame:
    """Return ``goals``, which answers targets/progress, with ``ODDS``; ``parts`` answers targets/outlook.

    ``whose`` are drawn, None in it being the stores' own goals, and those of the others are null; without it all are.
    """
    found = [
        _odds(goal, parts, ("target",))["target"] if whose is None or _name(goal) in whose else dict.fromkeys(ODDS)
        for _, goal in goals.iterrows()
    ]
    odds = pd.DataFrame(found, index=goals.index, columns=ODDS)
    answered = goals.copy()
    answered.insert(list(goals.columns).index("elapsed_share") + 1, "probability", odds["probability"].astype(float))
    return answered.assign(**{name: odds[name].astype("Int32") for name in ODDS[1:]})


def tiers(goals: pd.DataFrame, parts: pd.DataFrame) -> pd.DataFrame:
    """Return the target, the sprint and the challenge target of each of ``goals``: what is missing, how probable.

    ``orders`` are the target times the rules' factors, rounded up; the rest as in ``with_odds``.
    """
    rows = [
        {
            "store": goal["store"],
            "assistant": goal["assistant"],
            "goal": name,
            "orders": int(goal[TIERS[name]]),
            "missing": max(int(goal[TIERS[name]]) - int(goal["done"]), 0),
            **odds,
        }
        for _, goal in goals.dropna(subset="target").iterrows()
        for name, odds in _odds(goal, parts, TIERS).items()
    ]
    columns = ["store", "assistant", "goal", "orders", "missing", "probability", "leads_needed"]
    found = pd.DataFrame(rows, columns=columns)
    whole = {name: found[name].astype("Int32") for name in ("orders", "missing", "leads_needed")}
    return found.assign(probability=found["probability"].astype(float), **whole)


def _odds(goal: "pd.Series[Any]", parts: pd.DataFrame, tiers: Iterable[str]) -> dict[str, dict[str, float | None]]:
    """Return ``ODDS`` of each of ``tiers``, all from the same draws."""
    whose = parts["assistant"].isna() if _name(goal) is None else parts["assistant"] == goal["assistant"]
    own = parts[(parts["store"] == goal["store"]) & whose]
    ahead = None if pd.isna(goal["target"]) else forecasting.orders_ahead(own)
    if ahead is None:
        return {tier: dict.fromkeys(ODDS) for tier in tiers}
    done = int(goal["done"])
    same = {
        "p50": done + forecasting.made_with(ahead, 0.5),
        "p80": done + forecasting.made_with(ahead, forecasting.SURE_ENOUGH),
        "leads_usual": forecasting.leads_usual(own),
    }
    missing = {tier: int(goal[TIERS[tier]]) - done for tier in tiers}
    return {
        tier: same
        | {
            "probability": forecasting.probability(ahead, count),
            "leads_needed": forecasting.leads_needed(own, ahead, count),
        }
        for tier, count in missing.items()
    }


def _name(goal: "pd.Series[Any]") -> str | None:
    return None if pd.isna(goal["assistant"]) else str(goal["assistant"])
