"""Customer value in words: who carries the business, who eats it, and what to do about it."""

from typing import Any, Final

import pandas as pd

from data.texts import say
from reports.money import ADDED, Amount, money_in_words

FEWEST: Final = 10  # customers: of fewer nobody can say what the best 20 % bring


def answer(summary: "pd.Series[Any]", language: str) -> str:
    """Return who brings how much and how many eat it: the row of ``queries.value.summary`` as a sentence."""
    negative = int(summary["negative_customers"])
    facts = {
        "customers": f"{summary['customers']:,}",
        "best": f"{best_of(summary):,}",
        "money": money_in_words(summary["revenue_cny"], language),
        "share": percent(summary["top20_share"]),
        "eaten": say(f"value.answers.{'negative' if negative else 'no_negative'}", language, count=f"{negative:,}"),
    }
    return say(f"value.answers.{_case(summary)}", language, **facts)


def best_of(summary: "pd.Series[Any]") -> int:
    """Return how many customers the best 20 % are, rounded up."""
    return int((summary["customers"] + 4) // 5)


def basis_in_words(summary: "pd.Series[Any]", language: str) -> str:
    """Return what contribution is made of here, and what the figures leave out."""
    lines, known = int(summary["lines"]), int(summary["lines_with_cost"])
    leads = "with_leads" if summary["leads_counted"] else "without_leads"
    parts = [say(f"value.basis.{'no_costs' if not known else 'costs'}_{leads}", language)]
    if 0 < known < lines:
        parts.append(say("value.basis.some_costs", language, lines=f"{lines:,}", missing=f"{lines - known:,}"))
    if summary["refunds_cny"]:
        parts.append(say("value.basis.refunds", language, money=money_in_words(summary["refunds_cny"], language)))
    if summary["unnamed_orders"] or summary["unnamed_cny"]:
        unnamed = {"orders": f"{summary['unnamed_orders']:,}"}
        unnamed["money"] = money_in_words(summary["unnamed_cny"], language)
        parts.append(say("value.basis.unnamed", language, **unnamed))
    return say("value.between", language).join(parts)


def lorenz_in_words(summary: "pd.Series[Any]", language: str) -> str:
    """Return how few bring most of the revenue, and how unequal customers are; why not, where that can't be said."""
    if _case(summary) == "nothing":
        return say("value.lorenz_nothing", language)
    customers, fewest = int(summary["customers"]), int(summary["k80"])
    parts = [say("value.lorenz_k80", language, count=f"{fewest:,}", share=percent(fewest / customers))]
    if pd.isna(summary["gini"]):
        parts.append(say("value.lorenz_few", language, fewest=FEWEST))
    else:
        parts.append(say("value.lorenz_gini", language, gini=f"{summary['gini']:.2f}"))
    if summary["refunded_customers"]:
        parts.append(say("value.lorenz_refunded", language, count=f"{summary['refunded_customers']:,}"))
    return say("value.between", language).join(parts)


def whale_in_words(summary: "pd.Series[Any]", language: str) -> str:
    """Return how much the customers with a contribution bring together, and how much the others take away again."""
    negative = int(summary["negative_customers"])
    facts = {
        "count": f"{summary['peak_customers']:,}",
        "peak": money_in_words(summary["peak_cny"], language),
        "negative": f"{negative:,}",
        "lost": money_in_words(lost_through(summary), language),
        "left": money_in_words(summary["contribution_cny"], language),
    }
    key = "none" if not summary["peak_customers"] else "eaten" if negative else "whole"
    return say(f"value.whale_{key}", language, **facts)


def lost_through(summary: "pd.Series[Any]") -> Amount:
    """Return what customers with a contribution below zero take away, in CNY above zero."""
    lost: Amount = summary["peak_cny"] - summary["contribution_cny"]
    return lost


def change_in_words(bridge: pd.DataFrame, language: str) -> str:
    """Return how sales changed against the days before; ``bridge`` answers ``queries.value.decomposition``."""
    row = bridge.iloc[0]
    change = row["revenue_cny"] - row["revenue_before_cny"]
    key = "more" if change > 0 else "less" if change < 0 else "same"
    sums = {"before": row["revenue_before_cny"], "now": row["revenue_cny"], "change": abs(change)}
    facts = {name: money_in_words(amount, language, ADDED) for name, amount in sums.items()}
    span = {name: f"{row[name]:%Y-%m-%d}" for name in ("before_first", "before_last")}
    return say(f"value.change.{key}", language, **facts, **span)


def caution_in_words(bridge: pd.DataFrame, language: str) -> str:
    """Return why the comparison is to be read with care; nothing where it isn't."""
    row = bridge.iloc[0]
    if pd.isna(row["first_order_on"]):
        return ""
    parts = []
    if not is_fair(bridge):
        parts.append(say("value.change.unfair", language, day=f"{row['first_order_on']:%Y-%m-%d}"))
    if not row["can_split"]:
        parts.append(say("value.change.unsplit", language))
    return say("value.between", language).join(parts)


def is_fair(bridge: pd.DataFrame) -> bool:
    """Return whether orders are known from the beginning of the days before."""
    row = bridge.iloc[0]
    return bool(pd.notna(row["first_order_on"]) and row["first_order_on"] <= row["before_first"])


def _case(summary: "pd.Series[Any]") -> str:
    if pd.isna(summary["top20_share"]):
        return "nothing"
    return "few" if summary["customers"] < FEWEST else "usual"


def percent(share: float) -> str:
    """Return a share in whole per cent; nothing where there is none."""
    return "" if pd.isna(share) else f"{share:.0%}"
