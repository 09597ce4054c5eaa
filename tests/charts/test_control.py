import numpy as np
import pandas as pd
import pytest

from charts.control import control
from charts.palette import LIGHT

WORDS = {"passed": "高得不像运气", "close": "偏低", "below": "明显偏低", "within": "运气能解释", "n": "算了多少位"}
BOUNDS = pd.DataFrame(
    {"n": [10, 40], "mean": 0.5, "low": [0.2, 0.35], "high": [0.8, 0.65], "lowest": [0.1, 0.25], "highest": [0.9, 0.75]}
)


@pytest.fixture
def rows() -> pd.DataFrame:
    table = [
        ("0", "周丽\n旗舰店", 40, 0.8, "passed"),
        ("1", "徐娜\n旗舰店", 20, 0.5, ""),
        ("2", "何娟\n旗舰店", 30, 0.1, "below"),
        ("3", "<b>@王", 32, 0.3, "close"),
    ]
    return pd.DataFrame(table, columns=["key", "label", "n", "rate", "state"])


def test_only_who_is_outside_of_chance_is_named_and_by_a_shape_of_their_own(rows: pd.DataFrame) -> None:
    people = control(rows, WORDS, LIGHT, bounds=BOUNDS).data[-1]
    assert [text.strip() for text in people.text] == ["周丽", "", "何娟", "&lt;b&gt;@王"]
    assert list(people.marker.symbol) == ["triangle-up", "circle", "triangle-down", "triangle-down"]
    assert "<b>周丽 · 旗舰店</b>" in people.hovertext[0]


def test_names_never_write_over_each_other(rows: pd.DataFrame) -> None:
    # 周丽, 徐娜 and 何娟 stand side by side, 18 of 220 px apart, and are 42 px long with blanks: the outer ones have
    # room on the outside, the one between is in the hover alone.
    crowd = rows.assign(
        label=["周丽", "徐娜", "何娟", "赵磊"], n=[18, 21.3, 24.6, 20], rate=[0.1, 0.1, 0.1, 0.9], state="below"
    )
    people = control(crowd, WORDS, LIGHT, bounds=BOUNDS).data[-1]
    assert [text.strip() for text in people.text] == ["周丽", "", "何娟", "赵磊"]
    assert people.textposition[:3] == ("middle left", "middle right", "middle right")
    assert "徐娜" in people.hovertext[1]


def test_a_name_that_would_leave_the_picture_stands_on_the_other_side(rows: pd.DataFrame) -> None:
    people = control(rows.assign(label="欧阳娜娜莉"), WORDS, LIGHT, bounds=BOUNDS).data[-1]
    assert people.textposition[0] == "middle left"  # n = 40 is the right edge


def test_the_limits_lie_around_the_mean(rows: pd.DataFrame) -> None:
    *areas, mean, _ = control(rows, WORDS, LIGHT, bounds=BOUNDS).data
    assert [area.y.tolist() for area in areas] == [
        BOUNDS[name].tolist() for name in ("lowest", "highest", "low", "high")
    ]
    assert [area.fill for area in areas] == [None, "tonexty"] * 2
    np.testing.assert_array_equal(mean.y, [0.5, 0.5])


def test_the_legend_speaks_only_of_who_is_there(rows: pd.DataFrame) -> None:
    said = control(rows.head(2), WORDS, LIGHT, bounds=BOUNDS).layout.title.text
    assert "高得不像运气" in said
    assert "偏低" not in said
