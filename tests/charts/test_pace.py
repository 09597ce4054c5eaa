import numpy as np
import pandas as pd
import pytest

from charts.pace import pace
from charts.palette import LIGHT

WORDS = {"no_target": "还没有目标"}


@pytest.fixture
def rows() -> pd.DataFrame:
    table = [
        ("周丽", 26, 20, 0.68, "passed", "跟得上"),  # 26 / 20 = 1.3
        ("何娟", 10, 40, 0.68, "below", "落后 17 单"),  # 10 / 40 = 0.25
        ("林涛", 0, 40, 0.5, "below", "落后 20 单"),
        ("赵磊", 3, pd.NA, pd.NA, "missing", ""),
        ("徐娜", 3, 0, 0.68, "missing", ""),
    ]
    frame = pd.DataFrame(table, columns=["label", "done", "target", "elapsed_share", "state", "gap"])
    return frame.astype({"target": "Int64", "elapsed_share": "Float64"})


def test_bars_are_shares_of_the_target_and_no_target_has_no_bar(rows: pd.DataFrame) -> None:
    track, bars = pace(rows, WORDS, LIGHT).data[:2]
    np.testing.assert_allclose(bars.x, [1.3, 0.25, 0, np.nan, np.nan])
    assert list(track.x) == [1] * 5


def test_the_tick_stands_where_the_month_of_this_person_stands(rows: pd.DataFrame) -> None:
    figure = pace(rows, WORDS, LIGHT)
    bars, ticks = figure.data[1], figure.data[2]
    found = [set(ticks.x[np.abs(ticks.y - middle) <= 13]) for middle in bars.y[:3]]
    assert found == [{0.68}, {0.68}, {0.5}]


def test_a_bar_beyond_the_target_is_not_cut(rows: pd.DataFrame) -> None:
    assert pace(rows, WORDS, LIGHT).layout.xaxis.range == (0, 1.3)
    assert pace(rows.tail(4), WORDS, LIGHT).layout.xaxis.range == (0, 1)


def test_figures_and_the_gap_in_words_stand_above_the_bar(rows: pd.DataFrame) -> None:
    captions, words = pace(rows, WORDS, LIGHT).data[3:]
    assert all(part in captions.text[1] for part in ("<b>10</b>", "/ 40", "✕ 落后 17 单"))
    assert captions.text[3].strip() == "<b>3</b>"
    assert len(words.text) == 2
    assert "还没有目标" in words.text[0]
