import pandas as pd
import pytest

from charts.grade_tree import grade_tree
from charts.palette import LIGHT

WORDS = {"ungraded": "未分级"}


@pytest.fixture
def rows() -> pd.DataFrame:
    table = [("旗舰店", "A", 5), ("旗舰店", "A2", 3), ("万达店", "A", 1), ("万达店", "C1", 4), ("万达店", None, 2)]
    return pd.DataFrame(table, columns=["store", "grade", "customers"])


def test_a_letter_counts_its_sub_grades_and_they_stand_below_it(rows: pd.DataFrame) -> None:
    track, *_, counts = grade_tree(rows, WORDS, LIGHT).data
    assert list(track.customdata) == ["A", "A2", "C", "C1", ""]
    assert list(counts.x) == [9, 3, 4, 4, 2]  # A: 5 + 3 + 1
    assert list(counts.y) == sorted(counts.y)


def test_a_bar_has_the_colour_of_its_letter(rows: pd.DataFrame) -> None:
    _, *bars, _ = grade_tree(rows, WORDS, LIGHT).data
    assert [bar.marker.color for bar in bars] == [LIGHT.grades["A"][0], LIGHT.grades["C"][0], LIGHT.past]
    assert [list(bar.x) for bar in bars] == [[9, 3], [4, 4], [2]]


def test_the_track_is_as_long_for_a_small_count(rows: pd.DataFrame) -> None:
    assert set(grade_tree(rows, WORDS, LIGHT).data[0].x) == {9}


def test_without_a_grade_has_a_word(rows: pd.DataFrame) -> None:
    assert "未分级" in grade_tree(rows, WORDS, LIGHT).layout.yaxis.ticktext[-1]
