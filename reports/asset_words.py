"""Customer assets in words: what there is, what may be lost and why, and what to do about it."""

from typing import Final

import pandas as pd

from data.texts import say
from reports.money import money_in_words
from reports.naming import some

GRAVEST_FIRST: Final = ("holder_left", "probably_lost", "stale")


def answer(holders: pd.DataFrame, language: str) -> str:
    """Return how many customers without an order there are, what they are worth, and how many may be lost, and why.

    ``holders`` answers ``queries.assets.by_holder``.
    """
    facts = {name: f"{int(holders[name].sum()):,}" for name in ("customers", *GRAVEST_FIRST)}
    risk = sum(int(holders[name].sum()) for name in GRAVEST_FIRST)
    worth = holders["asset_value_cny"].sum()
    facts["value"] = money_in_words(worth, language)
    there = say(f"assets.answers.{'worth' if worth else 'there'}", language, **facts)
    if not risk:
        return there + say("assets.answers.safe", language)
    reasons = [
        say(f"assets.answers.{name}", language, count=facts[name]) for name in GRAVEST_FIRST if facts[name] != "0"
    ]
    return there + say(
        "assets.answers.at_risk", language, count=f"{risk:,}", reasons=say("assets.comma", language).join(reasons)
    )


def findings(holders: pd.DataFrame, handovers: pd.DataFrame, language: str) -> list[tuple[str, str]]:
    """Return what was found, each with what to do about it, the most urgent first.

    ``handovers`` answers ``queries.assets.handovers``.
    """
    found: list[tuple[str, dict[str, object]]] = []
    left = holders[holders["holder_left"] > 0]
    if len(left):
        strong = int(left["grade_a"].sum() + left["grade_b"].sum())
        facts = {
            "customers": f"{left['customers'].sum():,}",
            "value": money_in_words(left["asset_value_cny"].sum(), language),
        }
        found.append(("left", {"names": some(left["holder"], "people", language), "strong": f"{strong:,}", **facts}))
    waiting = handovers[handovers["status"] == "waiting"]
    if len(waiting):
        names = some(waiting["to_assistant"].unique(), "people", language)
        found.append(("waiting", {"names": names, "count": f"{waiting['customers'].sum():,}"}))
    if lost := int(holders["probably_lost"].sum()):
        found.append(("lost", {"count": f"{lost:,}"}))
    return [
        (say(f"assets.findings.{key}.head", language, **facts), say(f"assets.findings.{key}.advice", language))
        for key, facts in found
    ]


def woken_in_words(woken: pd.DataFrame, language: str) -> str:
    """Return what came of earlier wake-ups, of all grades together and of each; ``queries.assets.woken``."""
    counts = {name: int(woken[name].sum()) for name in ("woken", "ordered", "still_open")}
    if not counts["woken"]:
        key = "woken_open" if counts["still_open"] else "woken_none"
        return say(f"assets.{key}", language, count=f"{counts['still_open']:,}")
    share = f"{counts['ordered'] / counts['woken']:.1%}"
    return say("assets.woken_sum", language, share=share, **{name: f"{count:,}" for name, count in counts.items()})
