"""The funnel in words: a rate with what it rests on, the step that costs most, and what to do about it."""

from typing import Any, Final

import pandas as pd

from data.texts import say
from reports.diagnosis import Cause
from reports.money import about_in_words

STATES: Final = {"pass": "passed", "too_few": "close", "below": "below"}  # of a verdict, as the charts colour them


def metric_in_words(metric: str, language: str) -> str:
    """Return what a rate is called."""
    return say(f"tables.codes.metric.{metric}", language)


def rate_in_words(row: "pd.Series[Any]", language: str) -> str:
    """Return a row of ``queries.funnel.rates`` as a sentence: the rate, how many of how many, interval, benchmark."""
    values = {
        "name": metric_in_words(row["metric"], language),
        "rate": _percent(row["rate"]),
        "won": f"{row['numerator']:,}",
        "base": f"{row['denominator']:,}",
    }
    parts = [say("funnel.rate", language, **values)]
    if pd.notna(row["low"]):
        parts.append(say("funnel.interval", language, low=_percent(row["low"]), high=_percent(row["high"])))
    if pd.notna(row["benchmark"]):
        parts.append(say("funnel.benchmark", language, benchmark=_percent(row["benchmark"])))
    return say("funnel.comma", language).join(parts)


def verdict_in_words(row: "pd.Series[Any]", language: str, level: str | None = None) -> str:
    """Return the verdict on a rate beside its benchmark; ``level`` is that of the replies."""
    parts = [] if pd.isna(row["verdict"]) else [say(f"tables.codes.verdict.{row['verdict']}", language)]
    if level:
        parts.append(say(f"tables.codes.level.{level}", language))
    if pd.notna(row["benchmark"]):
        parts.append(say("funnel.benchmark", language, benchmark=_percent(row["benchmark"])))
    return " · ".join(parts or [say("funnel.no_benchmark", language)])


def answer(rates: pd.DataFrame, bottlenecks: pd.DataFrame, language: str) -> tuple[str, str]:
    """Return at which step customers stop and what it costs, and the figures that say so.

    The costliest step that is below its benchmark; else a rate below without a price; else a step that would gain
    orders if it isn't chance; else that nothing is below, or that nothing can be said yet.
    """
    judged = rates[rates["denominator"] > 0].dropna(subset=["verdict"])
    if judged.empty:
        return say("funnel.answers.nothing", language), ""
    costly = bottlenecks[bottlenecks["orders_gained"].fillna(0) >= 0.5].sort_values("orders_gained", ascending=False)
    below = costly[costly["verdict"] == "below"]
    unpriced = judged[judged["verdict"] == "below"]
    if len(below):
        return _priced("below", below.iloc[0], judged, language)
    if len(unpriced):
        names = say("funnel.and", language).join(metric_in_words(metric, language) for metric in unpriced["metric"])
        figures = [rate_in_words(row, language) for _, row in unpriced.iterrows()]
        figures += list(_priced("unsure", costly.iloc[0], judged, language)[:1]) if len(costly) else []
        return say("funnel.answers.unpriced", language, names=names), say("funnel.stop", language).join(figures)
    if len(costly):
        return _priced("unsure", costly.iloc[0], judged, language)
    passed = int((judged["verdict"] == "pass").sum())
    return say("funnel.answers.fine", language, passed=passed, all=len(judged)), ""


def cost_in_words(row: "pd.Series[Any]", language: str) -> str:
    """Return what a step would bring at its benchmark, a row of ``queries.funnel.bottlenecks``, in orders and money."""
    orders = say("funnel.orders", language, count=f"{float(row['orders_gained']):,.0f}")
    if pd.isna(row["gained_cny"]) or not row["gained_cny"]:
        return orders
    return say("funnel.comma", language).join([orders, about_in_words(float(row["gained_cny"]), language)])


def head_in_words(cause: Cause, language: str) -> str:
    """Return what is wrong, in a sentence."""
    return say(f"funnel.causes.{cause.key}.head", language, **_facts(cause))


def evidence_in_words(cause: Cause, rates: pd.DataFrame, language: str) -> str:
    """Return the figures that a cause rests on."""
    rows = rates.set_index("metric", drop=False).loc[list(cause.rates)]
    said = [rate_in_words(row, language) for _, row in rows.iterrows()]
    if cause.facts:
        said.append(say(f"funnel.causes.{cause.key}.fact", language, **_facts(cause)))
    return say("funnel.stop", language).join(said)


def advice_in_words(cause: Cause, language: str) -> str:
    """Return what to do about it, in two sentences at most."""
    return say(f"funnel.causes.{cause.key}.advice", language)


def _priced(key: str, step: "pd.Series[Any]", rates: pd.DataFrame, language: str) -> tuple[str, str]:
    name, cost = say(f"funnel.steps.{step['metric']}", language), cost_in_words(step, language)
    row = rates.set_index("metric", drop=False).loc[step["metric"]]
    figures = say("funnel.stop", language).join([rate_in_words(row, language), say("funnel.arithmetic", language)])
    return say(f"funnel.answers.{key}", language, step=name, cost=cost), figures


def _facts(cause: Cause) -> dict[str, str]:
    return {name: f"{fact:,}" if isinstance(fact, int) else str(fact) for name, fact in cause.facts.items()}


def _percent(share: float) -> str:
    return f"{share:.0%}"
