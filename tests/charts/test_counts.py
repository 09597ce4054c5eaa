import numpy as np
import pandas as pd
import pytest

from charts.counts import counts
from charts.palette import LIGHT

WORDS = {"settled": "可以下结论", "hatched": "还没到时候"}


@pytest.fixture
def rows() -> pd.DataFrame:
    table = [
        ("lead", "客资", 40, 15, "", ""),
        ("visited", "进店", 10, 4, "below", "上一步的 25%"),
        ("x", "成交", pd.NA, 0, "", ""),
    ]
    frame = pd.DataFrame(table, columns=["key", "label", "value", "hatched", "state", "note"])
    return frame.astype({"value": "Int64"})


def test_what_is_not_settled_is_the_hatched_end_of_the_bar(rows: pd.DataFrame) -> None:
    _, solid, hatched, _ = counts(rows, WORDS, LIGHT).data
    np.testing.assert_array_equal(solid.x, [25, 6, 0])  # 40 - 15, 10 - 4
    np.testing.assert_array_equal(hatched.base, solid.x)
    np.testing.assert_array_equal(hatched.x, [15, 4, 0])
    assert hatched.marker.pattern.shape == "/"


def test_a_click_anywhere_on_a_row_gives_its_key(rows: pd.DataFrame) -> None:
    track = counts(rows, WORDS, LIGHT).data[0]
    assert list(track.customdata) == ["lead", "visited", "x"]
    np.testing.assert_array_equal(track.x, [40, 40, 40])


def test_number_and_note_stand_above_the_bar_and_a_missing_number_is_no_zero(rows: pd.DataFrame) -> None:
    captions = counts(rows, WORDS, LIGHT).data[3].text
    assert "<b>10</b>" in captions[1]
    assert "✕ 上一步的 25%" in captions[1]
    assert "<b>–</b>" in captions[2]


def test_the_legend_speaks_only_of_what_is_drawn(rows: pd.DataFrame) -> None:
    assert all(word in counts(rows, WORDS, LIGHT).layout.title.text for word in WORDS.values())
    assert "可以下结论" not in counts(rows.assign(value=15, hatched=15), WORDS, LIGHT).layout.title.text
    assert counts(rows.assign(hatched=0), {}, LIGHT).layout.title.text is None
