"""The funnel in words: the answer, the verdicts and what a step would bring, in both languages."""

from typing import Any

import pandas as pd
import pytest

from data.texts import say
from reports.funnel_words import answer, cost_in_words, rate_in_words, verdict_in_words

COLUMNS = ["metric", "numerator", "denominator", "rate", "low", "high", "benchmark", "verdict"]
VISIT = ("visit_rate", 1051, 1800, 0.584, 0.561, 0.606, 0.7, "below")
WECHAT = ("wechat_rate", 80, 100, 0.8, 0.711, 0.867, 0.9, "below")
CLOSE = ("close_rate", 50, 100, 0.5, 0.404, 0.596, 0.55, "too_few")
VALID = ("valid_rate", 90, 100, 0.9, 0.826, 0.945, None, None)


def rates(*rows: tuple[Any, ...]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=COLUMNS).astype({"verdict": object})


def steps(**gained: tuple[float, float | None, str]) -> pd.DataFrame:
    rows = [(metric, *values) for metric, values in gained.items()]
    return pd.DataFrame(rows, columns=["metric", "orders_gained", "gained_cny", "verdict"])


def test_the_costliest_step_below_is_the_answer_with_its_price_and_figures() -> None:
    found = steps(visit_rate=(21.4, 157_022, "below"), close_rate=(30.0, 200_000, "too_few"))
    assert answer(rates(VISIT, CLOSE), found, "zh") == (
        "客户停在“有效到进店”这一步：补到标准，约多 21 单，约 ¥16 万。",
        f"有效转进店率 58%（1,051/1,800），可能在 56% 到 61% 之间，标准 70%；{say('funnel.arithmetic', 'zh')}",
    )
    assert answer(rates(VISIT, CLOSE), found, "en") == (
        "Customers stop between valid lead and visit: at the benchmark, about 21 more orders, about ¥160,000.",
        f"Visit rate 58% (1,051 of 1,800), could be 56% to 61%, benchmark 70%. {say('funnel.arithmetic', 'en')}",
    )


def test_a_rate_below_without_a_price_is_the_answer_before_one_that_may_be_chance() -> None:
    said, figures = answer(rates(WECHAT, CLOSE), steps(close_rate=(5.0, None, "too_few")), "zh")
    assert said.startswith("转微信率不达标")
    assert figures.startswith("转微信率 80%（80/100），可能在 71% 到 87% 之间，标准 90%；")
    assert figures.endswith("若补到标准，约多 5 单。")


def test_what_may_be_chance_is_said_to_be_too_few() -> None:
    for language, word in (("zh", "样本太少"), ("en", "too few to tell")):
        assert word in answer(rates(CLOSE), steps(close_rate=(5.0, 900, "too_few")), language)[0]


def test_nothing_below_and_nothing_known_are_different_answers() -> None:
    passed = ("visit_rate", 80, 100, 0.8, 0.711, 0.867, 0.6, "pass")
    assert answer(rates(passed, VALID), steps(), "zh")[0] == (
        "没有哪一步能说低于标准：有标准的 1 项里 1 项达标，其余样本太少。"
    )
    empty = ("visit_rate", 0, 0, None, None, None, 0.6, "too_few")
    for nothing in (rates(empty), rates(VALID), rates()):
        assert answer(nothing, steps(), "zh")[0].startswith("满规定天数的客资还没有")


@pytest.mark.parametrize(
    ("verdict", "chinese", "english"),
    [("pass", "达标", "pass"), ("below", "不达标", "below"), ("too_few", "样本太少", "too few to tell")],
)
def test_there_are_three_verdicts(verdict: str, chinese: str, english: str) -> None:
    row = rates(VISIT).iloc[0].copy()
    row["verdict"] = verdict
    assert verdict_in_words(row, "zh") == f"{chinese} · 标准 70%"
    assert verdict_in_words(row, "en") == f"{english} · benchmark 70%"


@pytest.mark.parametrize(
    ("level", "chinese", "english"),
    [
        ("good", "互动好", "contact good"),
        ("pass", "互动及格", "contact passes"),
        ("weak", "互动偏弱", "contact weak"),
        ("poor", "互动差", "contact poor"),
    ],
)
def test_replies_have_a_level_beside_their_verdict(level: str, chinese: str, english: str) -> None:
    assert verdict_in_words(rates(VISIT).iloc[0], "zh", level) == f"不达标 · {chinese} · 标准 70%"
    assert verdict_in_words(rates(VISIT).iloc[0], "en", level) == f"below · {english} · benchmark 70%"


def test_without_a_benchmark_or_an_interval_there_is_no_word_of_it() -> None:
    row = rates(VALID).iloc[0]
    assert verdict_in_words(row, "zh") == "没有设标准"
    assert rate_in_words(row, "zh") == "客资有效率 90%（90/100），可能在 83% 到 94% 之间"
    by_date = pd.Series({**row, "low": None, "high": None, "benchmark": 0.5})
    assert rate_in_words(by_date, "en") == "Valid lead rate 90% (90 of 100), benchmark 50%"


def test_a_step_without_orders_to_judge_by_has_no_price() -> None:
    row = pd.Series({"orders_gained": 3.6, "gained_cny": None})
    assert cost_in_words(row, "zh") == "约多 4 单"
