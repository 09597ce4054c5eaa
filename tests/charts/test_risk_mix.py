import pandas as pd
import pytest

from charts.palette import LIGHT
from charts.risk_mix import risk_mix

WORDS = {"safe": "有人跟", "stale": "快流失", "probably_lost": "多半流失", "holder_left": "导购已离职"}


@pytest.fixture
def rows() -> pd.DataFrame:
    table = [
        ("旗舰店", "周丽", "周丽", "safe", 20),
        ("旗舰店", "周丽", "周丽", "stale", 1),
        ("旗舰店", "周丽", "周丽", "probably_lost", 9),
        ("旗舰店", "徐娜", "徐娜\n已离职", "holder_left", 6),
    ]
    return pd.DataFrame(table, columns=["store", "assistant", "label", "part", "customers"])


def test_parts_stand_from_safe_to_the_gravest_and_add_up(rows: pd.DataFrame) -> None:
    *bars, totals = risk_mix(rows, WORDS, LIGHT).data
    assert [list(bar.x) for bar in bars] == [[20, 0], [1, 0], [9, 0], [0, 6]]
    assert list(totals.x) == [30, 6]


def test_a_part_says_whose_and_why_and_the_hover_says_all(rows: pd.DataFrame) -> None:
    figure = risk_mix(rows, WORDS, LIGHT)
    assert figure.data[2].customdata[0] == "旗舰店\n周丽\nprobably_lost"
    assert figure.data[0].hovertext[0] == "<b>周丽</b><br>有人跟 20<br>快流失 1<br>多半流失 9"
    assert list(figure.data[1].text) == ["", ""]  # 1 of 30 is too slim to be written


def test_only_reasons_that_occur_are_in_the_legend(rows: pd.DataFrame) -> None:
    title = risk_mix(rows[rows["part"] == "safe"], WORDS, LIGHT).layout.title.text
    assert "有人跟" in title
    assert "流失" not in title
