"""What grades come to, in words: every verdict in both languages, and what was found by hand-made answers."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from data.texts import LANGUAGES
from reports.grade_words import answer, days_in_words, findings, honesty_in_words, moves_in_words

DAY = date(2026, 11, 25)
HONESTY = {
    "customers": 120,
    "ordered": 62,
    "rate": 62 / 120,
    "low": 0.428,
    "high": 0.605,
    "benchmark": 0.7,
    "verdict": "below",
    "fewest_days": 90,
    "most_days": 90,
    "known_from": pd.Timestamp(2026, 10, 1),
}
# 100 touches: A 20, B 40, C 30, D 10 against 60, 25, 10, 5. Misplaced: half of 40 + 15 + 20 + 5.
EFFORT = pd.DataFrame(
    {
        "grade": ["A", "B", "C", "D"],
        "touches": [20, 40, 30, 10],
        "share": [0.2, 0.4, 0.3, 0.1],
        "target": [0.6, 0.25, 0.1, 0.05],
        "misplaced": [20.0, 7.5, 10.0, 2.5],
    }
)
FOLLOWED = EFFORT.assign(touches=[60, 25, 10, 5], share=EFFORT["target"], misplaced=0.0)
STORES = pd.DataFrame(columns=["store", "customers", "ordered", "rate", "verdict"])
AGREEMENT = pd.DataFrame({"customers": [30, 10], "agreeing": [24, 10]})
NOBODY = AGREEMENT.head(0)


def honesty(**changed: Any) -> "pd.Series[Any]":
    return pd.Series(HONESTY | changed, dtype=object)


def test_every_verdict_is_said_in_both_languages() -> None:
    said = {
        language: [
            honesty_in_words(honesty(verdict=verdict), DAY, language) for verdict in ("pass", "below", "too_few")
        ]
        for language in LANGUAGES
    }
    assert [sentence.split("：")[0] for sentence in said["zh"]] == ["A 说得准", "A 说得不准", "A 准不准还说不定"]
    assert [sentence.rstrip("。").split("，")[-1] for sentence in said["zh"]] == ["达标", "不达标", "样本太少"]
    assert [sentence.rstrip(".").split(": ")[-1] for sentence in said["en"]] == ["pass", "below", "too few to tell"]
    assert said["zh"][1] == (
        "A 说得不准：90 天前的 120 位 A 成交 62 位（52%，可能在 43% 到 60% 之间），不到 70%，不达标。"
    )
    assert said["en"][1].startswith(
        "A isn't honest: 62 of 120 customers graded A 90 days ago ordered (52%, could be 43% to 60%), benchmark 70%"
    )


def test_without_a_benchmark_nothing_is_judged() -> None:
    row = honesty(benchmark=float("nan"), verdict=None)
    assert honesty_in_words(row, DAY, "zh").endswith("没有设标准。")
    assert honesty_in_words(row, DAY, "en").endswith("no benchmark is set.")


def test_before_there_is_anything_to_say_it_says_from_when_on() -> None:
    early = honesty(customers=0, known_from=pd.Timestamp(2026, 11, 28))
    assert "要到 11月28日 周六 才能说" in honesty_in_words(early, DAY, "zh")
    assert "from Sat 28 Nov on" in honesty_in_words(early, DAY, "en")
    assert honesty_in_words(honesty(customers=0), DAY, "zh").startswith("90 天前没有人评为 A")
    assert honesty_in_words(honesty(customers=0, known_from=pd.NaT), DAY, "zh").startswith("还没有人给客户评级")


def test_stores_with_different_times_are_said_as_a_range() -> None:
    assert days_in_words(honesty(), "zh") == "90"
    assert days_in_words(honesty(fewest_days=30), "zh") == "30–90"


def test_the_answer_says_how_much_effort_went_astray() -> None:
    assert answer(honesty(), EFFORT, DAY, "zh").endswith("力气没跟着等级走：100 次联系里有 40 次花错了地方。")
    assert answer(honesty(), EFFORT, DAY, "en").endswith("40 of 100 touches went to the wrong place.")
    assert "力气跟着等级走" in answer(honesty(), FOLLOWED, DAY, "zh")
    untouched = EFFORT.assign(touches=0, share=float("nan"), misplaced=float("nan"))
    assert answer(honesty(), untouched, DAY, "zh") == honesty_in_words(honesty(), DAY, "zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_come_with_advice_and_only_where_there_is_one(language: str) -> None:
    found = findings(honesty(), STORES, EFFORT, AGREEMENT, language)
    assert len(found) == 3
    heads = [head for head, _ in found]
    assert "120" in heads[0]
    assert "62" in heads[0]
    assert all(figure in heads[1] for figure in ("40", "40%", "15%"))  # C 30 and D 10 of 100; 10 % and 5 %
    assert all(figure in heads[2] for figure in ("40", "6"))  # 6 of 30 + 10
    assert all(advice for _, advice in found)
    assert findings(honesty(verdict="pass"), STORES, FOLLOWED, NOBODY, language) == []


def test_of_several_stores_those_below_are_named_the_lowest_first() -> None:
    stores = pd.DataFrame(
        {
            "store": list("东西南北中发"),
            "customers": [50] * 6,
            "ordered": [40, 20, 10, 15, 22, 21],
            "rate": [0.8, 0.4, 0.2, 0.3, 0.44, 0.42],
            "verdict": ["pass", *["below"] * 5],
        }
    )
    head, _ = findings(honesty(verdict="pass"), stores, FOLLOWED, NOBODY, "zh")[0]
    assert head == (
        "这些店的 A 不达标：南（50 位成交 10 位）、北（50 位成交 15 位）、西（50 位成交 20 位）、"
        "发（50 位成交 21 位）等 5 家。"
    )
    head, _ = findings(honesty(), stores.head(2), FOLLOWED, NOBODY, "en")[0]
    assert head == "A is below its benchmark in: 西 (20 of 50)."


def test_moves_are_counted_by_where_they_went() -> None:
    rows = [
        *(("A", "B", 3), ("A", "D", 2), ("B", "A", 4), ("C", "C", 5), (None, None, 1), (None, "A", 6)),
        *(("new", "A", 7), ("new", None, 1), ("D", "closed", 1), (None, "closed", 1)),
    ]
    moves = pd.DataFrame(rows, columns=["from_grade", "to_grade", "customers"])
    assert moves_in_words(moves, "zh") == "升 4 位，降 5 位，不变 6 位，新 8 位，成交 2 位，另有 6 位第一次评级"
    assert moves_in_words(moves[moves["from_grade"].notna()], "en") == "4 up, 5 down, 5 the same, 8 new, 1 ordered"
