"""What is said of the cost of an intent customer."""

import pandas as pd
import pytest

from data.texts import LANGUAGES
from reports.group_words import cost_in_words


def costs(*rows: tuple[str, float]) -> pd.DataFrame:
    """Return stores with a state and a saving: ¥100 in the baseline month."""
    return pd.DataFrame(
        {
            "store": f"{place}店",
            "state": state,
            "saving": saving,
            "saving_target": 0.2,
            "per_intent_cny": 100 - 100 * saving,
            "baseline_per_intent_cny": 100,
            "baseline_month": pd.Timestamp(2026, 9, 1),
        }
        for place, (state, saving) in enumerate(rows, 1)
    )


def test_a_few_stores_have_a_sentence_each_the_worst_first() -> None:
    assert cost_in_words(costs(("pass", 0.4), ("below", 0.1), ("below", -0.5), ("no_baseline", 0)), "zh") == [
        "3店：每位新意向客户 ¥150.00，基准月 2026-09 是 ¥100.00，贵了 50%，目标是省 20%：不达标。",
        "2店：每位新意向客户 ¥90.00，基准月 2026-09 是 ¥100.00，省了 10%，目标是省 20%：不达标。",
        "1店：每位新意向客户 ¥60.00，基准月 2026-09 是 ¥100.00，省了 40%，目标是省 20%：达标。",
        "4店：还没有定基准月，没法比。请到规则页填“基准月”，从填的那天起算。",
    ]


def test_many_stores_with_one_verdict_share_a_sentence() -> None:
    many = costs(*(("below", -place / 10) for place in range(6)), ("pass", 0.25))
    assert cost_in_words(many, "zh") == [
        "6店、5店、4店、3店等 6 家不达标：跟基准月比，最差的贵了 50%，最好的省了 0%。每家店的数在下面的表里。",
        "7店：每位新意向客户 ¥75.00，基准月 2026-09 是 ¥100.00，省了 25%，目标是省 20%：达标。",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", ["below", "pass", "no_target"])
def test_every_verdict_is_said_of_one_and_of_many(language: str, state: str) -> None:
    for count in (1, 5):
        [said] = cost_in_words(costs(*[(state, 0.3)] * count), language)
        assert "1店" in said
