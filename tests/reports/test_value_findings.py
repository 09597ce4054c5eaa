"""What is found about customer value, from hand-made answers."""

from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from data.texts import LANGUAGES
from reports.value_findings import findings

SUMMARY = pd.Series(
    {
        "customers": 200,
        "revenue_cny": Decimal(10_000),
        "negative_customers": 3,
        "peak_cny": Decimal(4_000),
        "contribution_cny": Decimal(3_100),
    }
)
ADVISED = pd.DataFrame(
    [
        ("keep", "top_20", 40, Decimal(3_000)),
        ("let_go", "services", 1, Decimal(-600)),
        ("let_go", "refunds", 2, Decimal(-300)),
    ],
    columns=["advice", "reason", "customers", "contribution_cny"],
)
SEGMENTS = pd.DataFrame(
    [("important_keep", 7, Decimal(800), 89.4)], columns=["segment", "customers", "revenue_cny", "recency_days"]
)
TIERS = pd.DataFrame([("top_1", 2, Decimal(2_500))], columns=["tier", "customers", "revenue_cny"])
BRIDGE = pd.DataFrame(
    {
        "part": ["customers", "frequency", "ticket"],
        "change_cny": [Decimal(100), Decimal(-50), Decimal(-450)],
        "before_first": pd.Timestamp(2026, 1, 1),
        "can_split": True,
        "first_order_on": pd.Timestamp(2025, 5, 1),
    }
)
NOTHING: dict[str, pd.DataFrame] = {
    "advised": ADVISED.head(1),
    "segments": SEGMENTS.head(0),
    "tiers": TIERS.head(0),
    "bridge": BRIDGE.head(0),
}


def heads(summary: "pd.Series[Any]" = SUMMARY, **found: pd.DataFrame) -> list[str]:
    return [head for head, _ in findings(summary, **(NOTHING | found), language="zh")]


def test_nothing_found_is_nothing_said() -> None:
    assert heads() == []


def test_those_who_eat_it_come_first_with_what_eats_most() -> None:
    # 4 000 - 3 100; services eat 600 of it, more than the refunds of twice as many.
    found = findings(SUMMARY, ADVISED, SEGMENTS, TIERS, BRIDGE, "zh")
    assert len(found) == 4
    assert found[0][0] == "200 位客户里 3 位花掉的比带来的多，一共吃掉 ¥900，吃得最多的是服务成本（1 位）。"
    assert found[0][1].startswith("人没有不好，是条件没谈好")


@pytest.mark.parametrize("reason", ["order_cost", "services", "lead_cost", "refunds"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cost_has_its_own_advice(reason: str, language: str) -> None:
    advised = pd.DataFrame([("let_go", reason, 3, Decimal(-900))], columns=list(ADVISED))
    ((head, advice),) = findings(SUMMARY, **(NOTHING | {"advised": advised}), language=language)
    assert head
    assert advice


def test_who_buys_often_and_has_not_been_seen_for_a_month_is_waiting() -> None:
    assert heads(segments=SEGMENTS) == ["7 位常买、买得多的客户，平均 89 天没来买了，这段日期带来过 ¥800。"]
    assert heads(segments=SEGMENTS.assign(recency_days=29.0)) == []
    assert heads(segments=SEGMENTS.assign(customers=0, recency_days=float("nan"))) == []


def test_a_fall_of_sales_names_its_largest_cause() -> None:
    # 100 - 50 - 450
    assert heads(bridge=BRIDGE) == ["销售比前一段少了 ¥400，主要是每单多少钱少了。"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_every_cause_has_its_own_advice(place: int, language: str) -> None:
    changes = [Decimal(-900) if part == place else Decimal(0) for part in range(3)]
    ((_, advice),) = findings(
        SUMMARY, **(NOTHING | {"bridge": BRIDGE.assign(change_cny=pd.Series(changes))}), language=language
    )
    assert advice


def test_a_fall_that_cannot_be_told_from_missing_records_is_not_said() -> None:
    assert heads(bridge=BRIDGE.assign(first_order_on=pd.Timestamp(2026, 1, 9))) == []
    assert heads(bridge=BRIDGE.assign(can_split=False)) == []
    assert heads(bridge=BRIDGE.assign(change_cny=5)) == []


def test_a_business_that_hangs_on_one_percent_is_said_of_many_customers_only() -> None:
    assert heads(tiers=TIERS) == ["最好的 2 位（1%）带来销售额的 25%。"]
    assert heads(tiers=TIERS.assign(revenue_cny=1_000)) == []
    assert heads(SUMMARY.replace(200, 99), tiers=TIERS) == []
