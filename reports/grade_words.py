"""Grades in words: whether A is honest, whether effort follows the grades, and what to do about it."""

from datetime import date
from typing import Any, Final

import pandas as pd

from charts.bands import direction
from data.texts import days, say
from reports.naming import some

FOLLOWED: Final = 0.1  # of all touches: as much in the wrong place is no finding
LOW: Final = ("C", "D")


def answer(honesty: "pd.Series[Any]", effort: pd.DataFrame, day: date, language: str) -> str:
    """Return whether A is honest on ``day`` and whether effort follows the grades.

    ``honesty`` is the row of ``queries.grades.honesty``, ``effort`` the answer of ``queries.grades.effort``.
    """
    parts = [honesty_in_words(honesty, day, language)]
    if touches := int(effort["touches"].sum()):
        misplaced = round(float(effort["misplaced"].sum()))
        key = "followed" if misplaced <= FOLLOWED * touches else "astray"
        parts.append(say(f"grades.answers.{key}", language, touches=f"{touches:,}", misplaced=f"{misplaced:,}"))
    return say("grades.between", language).join(parts)


def honesty_in_words(row: "pd.Series[Any]", day: date, language: str) -> str:
    """Return how many graded A ordered and what to think of it; before that can be said, from when on it can."""
    waited = days_in_words(row, language)
    if row["customers"]:
        verdict = row["verdict"]
        return say(
            f"grades.answers.{'unjudged' if pd.isna(verdict) else verdict}",
            language,
            days=waited,
            customers=f"{row['customers']:,}",
            ordered=f"{row['ordered']:,}",
            verdict="" if pd.isna(verdict) else say(f"tables.codes.verdict.{verdict}", language),
            **{name: _percent(row[name]) for name in ("low", "high", "benchmark")},
            share=_percent(row["rate"]),
        )
    if pd.isna(row["known_from"]):
        return say("grades.answers.no_grade", language)
    known_from = pd.Timestamp(row["known_from"]).date()
    if known_from > day:
        return say("grades.answers.early", language, day=days.day_in_words(known_from, language), days=waited)
    return say("grades.answers.no_a", language, days=waited)


def days_in_words(row: "pd.Series[Any]", language: str) -> str:
    """Return how many days a grade has until the order, of stores that may differ."""
    fewest, most = row["fewest_days"], row["most_days"]
    return str(fewest) if fewest == most else say("grades.other_days", language, fewest=fewest, most=most)


def findings(
    honesty: "pd.Series[Any]", by_store: pd.DataFrame, effort: pd.DataFrame, agreement: pd.DataFrame, language: str
) -> list[tuple[str, str]]:
    """Return what was found, each with what to do about it, the most important first.

    ``by_store`` answers ``queries.grades.a_verdict``, ``agreement`` ``queries.grades.agreement``.
    """
    found: list[tuple[str, dict[str, object]]] = []
    below = by_store[by_store["verdict"] == "below"]
    if len(by_store) > 1 and len(below):
        found.append(("a_below_in", {"stores": _stores(below, language)}))
    elif honesty["verdict"] == "below":
        counted = {name: f"{honesty[name]:,}" for name in ("customers", "ordered")}
        found.append(("a_below", {"days": days_in_words(honesty, language), **counted}))
    low = effort[effort["grade"].isin(LOW)]
    if low["share"].sum() > low["target"].sum():
        shares = {name: _percent(low[name].sum()) for name in ("share", "target")}
        found.append(("low_grades", {"touches": f"{low['touches'].sum():,}", **shares}))
    customers, agreeing = (int(agreement[name].sum()) for name in ("customers", "agreeing"))
    if customers > agreeing:
        found.append(("facts", {"customers": f"{customers:,}", "count": f"{customers - agreeing:,}"}))
    return [
        (say(f"grades.findings.{key}.head", language, **facts), say(f"grades.findings.{key}.advice", language))
        for key, facts in found
    ]


def moves_in_words(moves: pd.DataFrame, language: str) -> str:
    """Return how many went up, down and stayed, how many are new and how many ordered.

    ``moves`` answers ``queries.grades.migration``.
    """
    counts = dict.fromkeys(("up", "down", "same", "new", "ordered", "graded"), 0)
    for before, after, customers in zip(
        *(moves[name] for name in ("from_grade", "to_grade", "customers")), strict=True
    ):
        way = "new" if before == "new" else direction(*("" if pd.isna(grade) else grade for grade in (before, after)))
        counts[way] += customers
    graded = counts.pop("graded")
    said = say("grades.moves_sum", language, **{way: f"{count:,}" for way, count in counts.items()})
    return said + say("grades.moves_graded", language, count=f"{graded:,}") if graded else said


def _stores(below: pd.DataFrame, language: str) -> str:
    worst_first = (
        say("grades.store.ordered", language, **{name: row[name] for name in ("store", "customers", "ordered")})
        for _, row in below.sort_values("rate").iterrows()
    )
    return some(worst_first, "stores", language)


def _percent(share: Any) -> str:
    return "" if pd.isna(share) else f"{share:.0%}"
