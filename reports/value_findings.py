"""What was found about customer value, and what to do about it."""

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from data.texts import say
from reports.money import money_in_words
from reports.value_words import is_fair, lost_through, percent

HEAVY: Final = 0.1  # of all revenue: what the best 1 % bring is worth a word from here on
LONG: Final = 30  # days without an order of somebody who buys often
MANY: Final = 100  # customers: with fewer, the best 1 % are one

Found = tuple[str, str, dict[str, str]]


def findings(
    summary: "pd.Series[Any]",
    advised: pd.DataFrame,
    segments: pd.DataFrame,
    tiers: pd.DataFrame,
    bridge: pd.DataFrame,
    language: str,
) -> list[tuple[str, str]]:
    """Return what was found, each with what to do about it, those who eat the business first.

    ``advised`` answers ``queries.value.advice``, ``segments``, ``tiers`` and ``bridge`` (``decomposition``) those.
    """
    found = [
        *_eaten(summary, advised, language),
        *_waiting(segments, language),
        *_fallen(bridge, language),
        *_heavy(summary, tiers),
    ]
    return [
        (say(f"value.findings.{head}.head", language, **facts), say(f"value.findings.{advice}.advice", language))
        for head, advice, facts in found
    ]


def _eaten(summary: "pd.Series[Any]", advised: pd.DataFrame, language: str) -> Iterator[Found]:
    reasons = advised[advised["advice"] == "let_go"]
    if reasons.empty:
        return
    worst = reasons.sort_values(["contribution_cny", "reason"]).iloc[0]
    yield (
        "eaten",
        worst["reason"],
        {
            "count": f"{summary['negative_customers']:,}",
            "customers": f"{summary['customers']:,}",
            "lost": money_in_words(lost_through(summary), language),
            "reason": say(f"tables.codes.reason.{worst['reason']}", language),
            "of_them": f"{worst['customers']:,}",
        },
    )


def _waiting(segments: pd.DataFrame, language: str) -> Iterator[Found]:
    kept = segments[(segments["segment"] == "important_keep") & (segments["recency_days"].fillna(0) >= LONG)]
    for _, row in kept.iterrows():
        facts = {"count": f"{row['customers']:,}", "days": f"{row['recency_days']:,.0f}"}
        yield "waiting", "waiting", facts | {"money": money_in_words(row["revenue_cny"], language)}


def _fallen(bridge: pd.DataFrame, language: str) -> Iterator[Found]:
    if bridge.empty or not is_fair(bridge) or not bridge["can_split"].all():
        return
    change = bridge["change_cny"].sum()
    if change < 0:
        part = bridge.sort_values("change_cny").iloc[0]["part"]
        name = say(f"tables.codes.part.{part}", language)
        yield "fallen", part, {"money": money_in_words(-change, language), "part": name}


def _heavy(summary: "pd.Series[Any]", tiers: pd.DataFrame) -> Iterator[Found]:
    first = tiers[tiers["tier"] == "top_1"]
    for _, row in first.iterrows():
        if summary["customers"] >= MANY and row["revenue_cny"] > HEAVY * float(summary["revenue_cny"]) > 0:
            share = percent(float(row["revenue_cny"]) / float(summary["revenue_cny"]))
            yield "heavy", "heavy", {"count": f"{row['customers']:,}", "share": share}
