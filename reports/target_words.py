"""Targets in words: how the month stands, how probably it will be made, and what to do about it."""

from typing import Any, Final

import pandas as pd

from data.texts import say
from queries.forecasting import SURE_ENOUGH
from reports.naming import some

UNLIKELY: Final = 0.2
OUTLOOKS: Final = ("made", "sure", "unsure", "unlikely", "early", "no_target")


def outlook(goal: "pd.Series[Any]") -> str:
    """Return one of ``OUTLOOKS``, of a row of ``queries.targets.progress``."""
    if pd.isna(goal["target"]):
        return "no_target"
    if goal["done"] >= goal["target"]:
        return "made"
    if pd.isna(goal["probability"]):
        return "early"
    return "sure" if goal["probability"] >= SURE_ENOUGH else "unlikely" if goal["probability"] < UNLIKELY else "unsure"


def answer(goals: pd.DataFrame, month: int, language: str) -> str:
    """Return how the ``goals`` of ``month`` stand together, and what may come of them; rows of targets/progress."""
    goals = goals[goals["target"].notna()]
    if goals.empty:
        return say("targets.answers.nothing", language, month=say(f"days.months.{month}", language))
    facts = {
        "month": say(f"days.months.{month}", language),
        "target": f"{int(goals['target'].sum()):,}",
        "done": f"{int(goals['done'].sum()):,}",
    }
    if len(goals) > 1:
        return say("targets.answers.several", language, count=len(goals), parts=_parts(goals, language), **facts)
    goal = goals.iloc[0]
    stands = say("targets.answers.stands", language, **facts)
    if not pd.isna(goal["elapsed_share"]):
        stands += say("targets.answers.elapsed", language, share=f"{goal['elapsed_share']:.0%}")
    return stands + say("targets.answers.end", language) + chance_in_words(goal, language)


def chance_in_words(goal: "pd.Series[Any]", language: str) -> str:
    """Return what may come of one goal, and what it still needs."""
    found = outlook(goal)
    if found in ("made", "early"):
        return say(f"targets.answers.{found}", language, over=int(goal["done"] - goal["target"]))
    facts = {"chance": share_in_words(goal["probability"], language), "p50": int(goal["p50"]), "p80": int(goal["p80"])}
    return say("targets.answers.chance", language, **facts) + _needed(goal, language)


def share_in_words(share: float, language: str) -> str:
    """Return a probability; draws never say that something is certain."""
    if share < 0.01:
        return say("targets.under", language)
    return say("targets.over", language) if share > 0.99 else f"{share:.0%}"


def findings(goals: pd.DataFrame, language: str, *, ahead: bool) -> list[tuple[str, str]]:
    """Return what was found in all ``goals``, the gravest first, each with what to do.

    ``ahead``: whether the month has days left; without them nothing can be done about it.
    """
    if not ahead:
        return []
    stores = goals[goals["assistant"].isna()]
    made = stores.loc[(stores["done"] >= stores["target"]).fillna(value=False), "store"]
    lacking = goals[(goals["target"] > goals["done"]).fillna(value=False)]
    people = lacking[lacking["assistant"].notna() & ~lacking["store"].isin(made)]
    gone = people[people["elapsed_days"] == people["working_days"]]
    found = []
    if len(unlikely := stores[[outlook(goal) == "unlikely" for _, goal in stores.iterrows()]]):
        found.append(("unlikely", {"names": some(unlikely["store"], "stores", language)}))
    if len(gone):
        count = int((gone["target"] - gone["done"]).sum())
        found.append(("gone", {"names": some(gone["assistant"], "people", language), "count": f"{count:,}"}))
    return [
        (say(f"targets.findings.{key}.head", language, **facts), say(f"targets.findings.{key}.advice", language))
        for key, facts in found
    ]


def reach_in_words(people: int, leads_a_day: int, days: int, reached: list[int], orders: int, language: str) -> str:
    """Return what the people bring, step by step, and whether that is enough; see ``queries.reaching``."""
    leads, (valid, visits, bought) = people * leads_a_day * days, reached
    work = {"people": f"{people:,}", "leads_a_day": f"{leads_a_day:,}", "days": days, "leads": f"{leads:,}"}
    steps = {"valid": f"{valid:,}", "visits": f"{visits:,}", "orders": f"{bought:,}"}
    verdict = "enough" if bought >= orders else "short"
    gap = say(f"targets.reach_{verdict}", language, count=f"{abs(bought - orders):,}")
    return say("targets.reach", language, gap=gap, **work, **steps)


def calls_in_words(steps: pd.DataFrame, language: str) -> str:
    """Return how many calls the visits take, and how many each of them took; nothing where nobody knows."""
    needed, rates = steps.set_index("step")["needed"], steps.set_index("step")["rate"]
    if pd.isna(needed.get("calls")):
        return ""
    counts = {"visits": f"{int(needed['visits']):,}", "calls": f"{int(needed['calls']):,}"}
    return say("targets.calls_needed", language, each=f"{1 / float(rates['calls']):,.1f}", **counts)


def _parts(goals: pd.DataFrame, language: str) -> str:
    found = pd.Series([outlook(goal) for _, goal in goals.iterrows()]).value_counts()
    parts = [say(f"targets.parts.{code}", language, count=int(found[code])) for code in OUTLOOKS if code in found]
    return say("targets.comma", language).join(parts)


def _needed(goal: "pd.Series[Any]", language: str) -> str:
    if pd.isna(goal["leads_needed"]):
        return say("targets.answers.out_of_reach", language)
    if not goal["leads_needed"]:
        return ""
    counts = {"count": f"{int(goal['leads_needed']):,}", "usual": f"{int(goal['leads_usual']):,}"}
    return say("targets.answers.leads_needed", language, **counts)
