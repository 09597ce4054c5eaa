"""How points of R, F and M are given, in words."""

from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from data.texts import LANGUAGES
from reports.score_words import scores_in_words

DAY = date(2026, 11, 25)
COLUMNS = ["store", "score", "edge_1", "edge_2", "edge_3", "edge_4", "by_rule", "mean"]


def edges(*rows: tuple[object, ...]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=COLUMNS)


def test_the_more_recent_the_more_points_and_the_more_often_and_the_more_too() -> None:
    said = scores_in_words(
        edges(
            ("S", "r", 12, 30, 60, 90, False, 3.0301),
            ("S", "f", 1, 2, 3, 4, True, 1.5),
            ("S", "m", Decimal(100), Decimal(900), Decimal(5000), Decimal(20000), False, 3),
        ),
        DAY,
        "zh",
    )
    assert said == [
        (
            "R（离 11月25日 周三）：12 天内 → 5 分，30 天内 → 4 分，60 天内 → 3 分，90 天内 → 2 分，更久 → 1 分"
            "（每档约五分之一的客户），平均 3.03 分"
        ),
        (
            "F（单数）：1 单以内 → 1 分，2 单以内 → 2 分，3 单以内 → 3 分，4 单以内 → 4 分，更多 → 5 分"
            "（规则页定的），平均 1.50 分"
        ),
        (
            "M（销售额）：¥100 以内 → 1 分，¥900 以内 → 2 分，¥5,000 以内 → 3 分，¥2 万 以内 → 4 分，更多 → 5 分"
            "（每档约五分之一的客户），平均 3.00 分"
        ),
    ]


def test_lines_on_the_same_number_part_nobody() -> None:
    # Up to 1 order passes no line and above 1 passes all four: nobody has 2, 3 or 4 points.
    (said,) = scores_in_words(edges(("S", "f", 1, 1, 1, 1, False, 1.7)), DAY, "zh")
    assert said.startswith("F（单数）：1 单以内 → 1 分，更多 → 5 分")
    # Above 1 and up to 2 passes the lines at 1, three of them.
    (said,) = scores_in_words(edges(("S", "f", 1, 1, 1, 2, False, 1.7)), DAY, "zh")
    assert said.startswith("F（单数）：1 单以内 → 1 分，2 单以内 → 4 分，更多 → 5 分")


def test_stores_with_the_same_lines_are_said_once_and_others_by_name() -> None:
    same = edges(("S", "r", 1, 2, 3, 4, False, 3), ("T", "r", 1, 2, 3, 4, False, 3))
    assert len(scores_in_words(same, DAY, "zh")) == 1
    other = edges(("S", "r", 1, 2, 3, 4, False, 3), ("T", "r", 7, 8, 9, 10, True, 3), ("U", "r", 1, 2, 3, 4, False, 3))
    said = scores_in_words(other, DAY, "zh")
    assert [line.partition("：")[0] for line in said] == ["S、U", "T"]


def test_before_anybody_has_points_there_is_no_mean() -> None:
    (said,) = scores_in_words(edges(("S", "r", 1, 2, 3, 4, True, float("nan"))), DAY, "zh")
    assert "平均" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_points_are_said_in_both_languages(language: str) -> None:
    rows = edges(*(("S", score, 1, 2, 3, 4, False, 3) for score in "rfm"))
    assert len(scores_in_words(rows, DAY, language)) == 3
