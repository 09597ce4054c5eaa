"""What customers are worth, in words: every case in both languages, from hand-made answers."""

from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from data.texts import LANGUAGES
from reports.value_words import (
    answer,
    basis_in_words,
    caution_in_words,
    change_in_words,
    lorenz_in_words,
    whale_in_words,
)

SUMMARY: dict[str, Any] = {
    "customers": 101,
    "revenue_cny": Decimal(1_234_567),
    "top20_share": 0.72,
    "k80": 30,
    "gini": 0.678,
    "contribution_cny": Decimal(400_000),
    "negative_customers": 12,
    "peak_cny": Decimal(450_000),
    "peak_customers": 80,
    "refunds_cny": Decimal(0),
    "refunded_customers": 0,
    "lines": 140,
    "lines_with_cost": 140,
    "leads_counted": True,
    "unnamed_orders": 0,
    "unnamed_cny": Decimal(0),
}


def summary(**changed: Any) -> "pd.Series[Any]":
    return pd.Series(SUMMARY | changed)


def bridge(before: int, now: int, **changed: Any) -> pd.DataFrame:
    row = {
        "part": "customers",
        "change_cny": Decimal(now - before),
        "revenue_before_cny": Decimal(before),
        "revenue_cny": Decimal(now),
        "before_first": pd.Timestamp(2026, 1, 1),
        "before_last": pd.Timestamp(2026, 1, 31),
        "can_split": True,
        "first_order_on": pd.Timestamp(2025, 5, 1),
    }
    return pd.DataFrame([row | changed])


def test_the_answer_says_what_the_best_bring_and_how_many_eat_it() -> None:
    # The best 20 % of 101 are 21, rounded up.
    assert answer(summary(), "zh") == (
        "最好的 20%（101 位客户里的 21 位）带来 72%，销售额一共 ¥123 万；12 位花掉的比带来的多。"
    )
    assert answer(summary(), "en") == (
        "The best 20% (21 of 101 customers) brought 72% of ¥1.23M; 12 cost more than they brought."
    )


def test_where_nobody_eats_it_the_answer_says_so() -> None:
    assert answer(summary(negative_customers=0), "zh").endswith("没有人花掉的比带来的多。")


def test_few_customers_and_no_revenue_have_no_80_20() -> None:
    assert answer(summary(customers=9), "zh").startswith("这段日期只有 9 位客户，看不出二八")
    nothing = summary(customers=40, top20_share=float("nan"), k80=pd.NA, gini=float("nan"), revenue_cny=Decimal(-400))
    assert answer(nothing, "zh").startswith("这段日期 40 位客户合计没有带来销售额（-¥400）")
    assert lorenz_in_words(nothing, "zh") == "销售额合计不大于零，没有什么可分的。"


def test_few_bring_most_and_gini_only_where_there_is_one() -> None:
    assert lorenz_in_words(summary(), "zh").startswith("30 位（30%）带来八成销售额。基尼系数 0.68")
    few = lorenz_in_words(summary(customers=9, k80=3, gini=float("nan"), refunded_customers=1), "zh")
    assert few == "3 位（33%）带来八成销售额。不到 10 位客户，不算基尼系数。1 位退的比买的多，这里算 0。"


def test_what_is_eaten_is_the_peak_less_what_is_left() -> None:
    # 450 000 - 400 000
    assert whale_in_words(summary(), "zh") == "80 位的净贡献一共 ¥45 万，12 位又吃掉 ¥5 万，剩下 ¥40 万。"
    assert whale_in_words(summary(negative_customers=0), "zh") == "80 位的净贡献一共 ¥45 万，没有人把它吃掉。"
    none = summary(peak_customers=0, peak_cny=Decimal(0), contribution_cny=Decimal(-700))
    assert whale_in_words(none, "zh") == "没有客户有净贡献，12 位一共吃掉 ¥700。"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "净贡献是销售额减去货品、服务和获客的成本。"),
        ({"leads_counted": False}, "净贡献是销售额减去货品和服务的成本，获客成本按规则不算。"),
        ({"lines_with_cost": 0}, "没有人登记货品成本：净贡献是销售额减去服务和获客的成本。"),
        (
            {"lines_with_cost": 0, "leads_counted": False},
            "没有人登记货品成本：净贡献是销售额减去服务的成本，获客成本按规则不算。",
        ),
    ],
)
def test_contribution_says_which_costs_it_knows(changed: dict[str, Any], said: str) -> None:
    assert basis_in_words(summary(**changed), "zh") == said


def test_what_is_missing_or_left_out_is_said() -> None:
    said = basis_in_words(
        summary(lines_with_cost=100, refunds_cny=Decimal(900), unnamed_orders=2, unnamed_cny=Decimal(500)), "zh"
    )
    assert "140 行成交里有 40 行没填成本，按没有成本算。" in said
    assert "销售额已经减去退款 ¥900。" in said
    assert "另有 2 单（¥500）不知道是谁买的，没有算进来。" in said


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (1_000, 3_500, "比 2026-01-01 到 2026-01-31 多 ¥2,500：¥1,000 → ¥3,500。"),
        (3_500, 1_000, "比 2026-01-01 到 2026-01-31 少 ¥2,500：¥3,500 → ¥1,000。"),
        (500, 500, "和 2026-01-01 到 2026-01-31 一样：¥500 → ¥500。"),
    ],
)
def test_the_change_of_sales_is_a_sentence(before: int, now: int, said: str) -> None:
    assert change_in_words(bridge(before, now), "zh") == said


def test_an_unfair_comparison_is_said_to_be_one() -> None:
    assert caution_in_words(bridge(1, 2), "zh") == ""
    assert caution_in_words(bridge(1, 2, first_order_on=pd.Timestamp(2026, 1, 1)), "zh") == ""
    assert caution_in_words(bridge(1, 2, first_order_on=pd.Timestamp(2026, 1, 2)), "zh").startswith(
        "成交记录从 2026-01-02 才开始"
    )
    unsplit = bridge(0, 2, can_split=False, first_order_on=pd.Timestamp(2026, 2, 2))
    assert "都算在客户数上" in caution_in_words(unsplit, "zh")
    assert caution_in_words(bridge(0, 0, first_order_on=pd.NaT), "zh") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_said_in_both_languages(language: str) -> None:
    for speak in (answer, basis_in_words, lorenz_in_words, whale_in_words):
        assert speak(summary(), language)
    assert change_in_words(bridge(1, 2), language)
    assert caution_in_words(bridge(1, 2, can_split=False), language)
