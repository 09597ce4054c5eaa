"""Referrals in words: who brings customers, what is owed for it, what to do, and whether it goes on by itself."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from data.texts import say
from reports.naming import Kind, some

GIFTS: Final = ("gift_small", "gift_medium", "gift_large")


def answer(bringers: pd.DataFrame, balances: pd.DataFrame, language: str) -> str:
    """Return who brought how many in the period, what came of it, and what is owed; see ``queries.bringing``."""
    facts = {name: f"{int(bringers[name].sum()):,}" for name in ("brought", "ordered")}
    facts |= {"came": f"{int((bringers['ordered'] + bringers['visited']).sum()):,}", "bringers": f"{len(bringers):,}"}
    brought = say(f"referrals.answers.{'brought' if len(bringers) else 'nobody'}", language, **facts)
    owed = say("referrals.answers.owed", language, points=_points(balances["points"].sum() if len(balances) else 0))
    return f"{brought}{say('referrals.answers.between', language)}{owed}"


def findings(
    services: pd.DataFrame, contested: pd.DataFrame, balances: pd.DataFrame, language: str
) -> list[tuple[str, str]]:
    """Return what was found, each with what to do about it, the gravest first."""
    found: list[tuple[str, Mapping[str, object]]] = []
    below = services[services["verdict"] == "below"].sort_values("per_visit", kind="stable")
    if len(below):
        named, told = int(below["referrals"].sum()), int(below["told"].sum())
        spans = {"low": f"{below['low'].min():.1f}", "high": f"{below['high'].max():.1f}"}
        facts = {"names": _who(below, language), "per_visit": f"{named / told:.1f}", "visits": f"{told:,}"}
        due = {"due": int(below["due"].max()), "good": int(below["good"].max())}
        found.append(("few", {**facts, **spans, **due}))
    if without := int(services["without"].sum()):
        found.append(("without", {"count": f"{without:,}", "visits": f"{int(services['told'].sum()):,}"}))
    if untold := int((services["visits"] - services["told"]).sum()):
        found.append(("untold", {"count": f"{untold:,}"}))
    if large := int((balances["gift"] == GIFTS[-1]).sum()):
        found.append(("owed", {"count": f"{large:,}"}))
    if len(contested):
        counts = {fate: f"{int((contested['fate'] == fate).sum()):,}" for fate in ("later", "self", "cycle")}
        found.append(("contested", {"count": f"{len(contested):,}", **counts}))
    return [
        (say(f"referrals.findings.{key}.head", language, **facts), say(f"referrals.findings.{key}.advice", language))
        for key, facts in found
    ]


def gifts_in_words(balances: pd.DataFrame, language: str) -> str:
    """Return how many can have which gift, and how many none yet; ``queries.ledger.gifts_in_reach``."""
    counts = {gift: f"{int((balances['gift'] == gift).sum()):,}" for gift in GIFTS}
    none = f"{int(balances['gift'].isna().sum()):,}"
    return say("referrals.gifts", language, customers=f"{len(balances):,}", none=none, **counts)


def conversion_in_words(conversion: pd.DataFrame, language: str) -> str:
    """Return how many of the referred ordered, beside all other leads; ``queries.referrals.conversion``."""
    of, others = (conversion[conversion["is_referred"] == is_referred] for is_referred in (True, False))
    counts = {name: int(of[name].sum()) for name in ("customers", "still_open", "visited", "ordered")}
    if not counts["customers"]:
        return say("referrals.conversions.nobody", language)
    judged = counts["customers"] - counts["still_open"]
    facts = {name: f"{count:,}" for name, count in counts.items()} | {"judged": f"{judged:,}"}
    if not judged:
        return say("referrals.conversions.all_open", language, **facts)
    shares = {"visit_share": f"{counts['visited'] / judged:.0%}", "order_share": f"{counts['ordered'] / judged:.0%}"}
    said = say("referrals.conversions.known", language, **facts, **shares)
    leads = int((others["customers"] - others["still_open"]).sum())
    if not leads:
        return said
    share = f"{int(others['ordered'].sum()) / leads:.0%}"
    return said + say("referrals.conversions.others", language, share=share, leads=f"{leads:,}")


def reproduction_in_words(reproduction: pd.DataFrame, language: str) -> list[str]:
    """Return how many new referrers came of each, of all stores together; ``queries.bringing.reproduction``."""
    lines = []
    for key, is_settled in (("settled", True), ("still_open", False)):
        rows = reproduction[reproduction["is_settled"] == is_settled]
        referrers, new = int(rows["referrers"].sum()), int(rows["new_referrers"].sum())
        facts = {"referrers": f"{referrers:,}", "new": f"{new:,}", "ratio": f"{new / max(referrers, 1):.2f}"}
        known = f"reproductions.{key}" if referrers else f"reproductions.no_{key}"
        lines.append(say(f"referrals.{known}", language, **facts))
    return lines


def _who(rows: pd.DataFrame, language: str) -> str:
    kind: Kind = "people" if rows["assistant"].notna().any() else "stores"
    return some(rows["assistant"].fillna(rows["store"]), kind, language)


def _points(points: Any) -> str:
    return f"{float(points):,.1f}".removesuffix(".0")
