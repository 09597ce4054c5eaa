"""Groups in words: who sits in them, what to do about it, who stays, and what a new A or B customer costs."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from data.texts import say
from reports.naming import NAMES, some

PARTS: Final = ("members", "intent", "junk")
VERDICTS: Final = ("below", "pass", "no_target")


def answer(health: pd.DataFrame, language: str) -> str:
    """Return how many members there are, and how many of them are intent and junk; ``queries.groups.health``."""
    members, intent, junk = (int(health[part].sum()) for part in PARTS)
    facts = {"groups": f"{len(health):,}", "members": f"{members:,}"}
    if not members:
        return say("groups.answers.nobody", language, **facts)
    counts = {"intent": f"{intent:,}", "junk": f"{junk:,}"}
    shares = {"intent_share": f"{intent / members:.0%}", "junk_share": f"{junk / members:.0%}"}
    return say("groups.answers.there", language, **facts, **counts, **shares)


def findings(health: pd.DataFrame, strong_junk: int, language: str) -> list[tuple[str, str]]:
    """Return what was found, each with what to do about it, the gravest first.

    ``strong_junk``: how many of those to remove are graded A or B.
    """
    found: list[tuple[str, Mapping[str, object]]] = []
    below = health[health["verdict"] == "below"].sort_values("intent_ratio", kind="stable")
    if len(below):
        intent, members = int(below["intent"].sum()), int(below["members"].sum())
        facts = {
            "names": some(below["group_name"], "groups", language),
            "intent": f"{intent:,}",
            "members": f"{members:,}",
        }
        spans = {"low": f"{below['low'].min():.0%}", "high": f"{below['high'].max():.0%}"}
        found.append(("few_buyers", {**facts, **spans, "share": f"{intent / members:.0%}"}))
    if junk := int(health["junk"].sum()):
        found.append(("junk", {"count": f"{junk:,}", "share": f"{junk / int(health['members'].sum()):.0%}"}))
    if strong_junk:
        found.append(("strong_junk", {"count": f"{strong_junk:,}"}))
    return [
        (say(f"groups.findings.{key}.head", language, **facts), say(f"groups.findings.{key}.advice", language))
        for key, facts in found
    ]


def stays_in_words(retention: pd.DataFrame, language: str) -> str:
    """Return who joined and what is known of the seventh day after; ``queries.groups.retention``, of either cut."""
    counts = {name: int(retention[name].sum()) for name in ("joined", "stayed", "gone", "unknown", "still_open")}
    if not counts["joined"]:
        return say("groups.stays.nobody", language)
    judged = counts["stayed"] + counts["gone"]
    facts = {name: f"{count:,}" for name, count in counts.items()}
    key = "stays.known" if judged else "stays.none_known"
    return say(f"groups.{key}", language, share=f"{counts['stayed'] / max(judged, 1):.0%}", **facts)


def cost_in_words(cost: pd.DataFrame, language: str) -> list[str]:
    """Return a sentence for each store with a verdict, or for all with the same where they are many; then why not."""
    lines = []
    for state in VERDICTS:
        rows = cost[cost["state"] == state].sort_values("saving", kind="stable")
        if len(rows) > NAMES:
            lines.append(_verdict_of_many(rows, state, language))
        else:
            lines += [_verdict(row, language) for _, row in rows.iterrows()]
    for obstacle, rows in cost[~cost["state"].isin(VERDICTS)].groupby("state", sort=True):
        names = some(rows["store"], "stores", language)
        lines.append(say(f"groups.cost_states.{obstacle}", language, names=names))
    return lines


def _verdict_of_many(rows: pd.DataFrame, state: str, language: str) -> str:
    savings = rows["saving"].astype("float64")
    least, most = _change(savings.min(), language), _change(savings.max(), language)
    names = some(rows["store"], "stores", language)
    return say(f"groups.cost_many.{state}", language, names=names, least=least, most=most)


def _verdict(row: "pd.Series[Any]", language: str) -> str:
    facts = {
        "store": row["store"],
        "now": f"{row['per_intent_cny']:,.2f}",
        "before": f"{row['baseline_per_intent_cny']:,.2f}",
        "month": f"{row['baseline_month']:%Y-%m}",
        "change": _change(row["saving"], language),
    }
    if row["state"] == "no_target":
        return say("groups.cost_untold", language, **facts)
    target = f"{row['saving_target']:.0%}"
    return say(f"groups.cost_{row['state']}", language, target=target, **facts)


def _change(saving: float, language: str) -> str:
    return say(f"groups.cost_{'saved' if saving >= 0 else 'dearer'}", language, share=f"{abs(saving):.0%}")
