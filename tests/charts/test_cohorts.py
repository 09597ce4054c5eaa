import pandas as pd
import pytest

from charts.cohorts import cohorts
from charts.palette import LIGHT

WORDS = {"entered": "客资", "visited": "进店", "ordered": "成交", "open": "还没到时候"}


@pytest.fixture
def rows() -> pd.DataFrame:
    table = [("11/2", 20, 9, 4, True), ("11/9", 30, 6, 1, False)]
    return pd.DataFrame(table, columns=["label", "entered", "visited", "ordered", "settled"])


def test_those_who_got_farther_stand_within_those_who_came(rows: pd.DataFrame) -> None:
    entered, visited, ordered, _ = cohorts(rows, WORDS, LIGHT).data
    assert [list(bar.y) for bar in (entered, visited, ordered)] == [[20, 30], [9, 6], [4, 1]]


def test_weeks_that_are_open_are_hatched_and_the_legend_says_so(rows: pd.DataFrame) -> None:
    figure = cohorts(rows, WORDS, LIGHT)
    assert list(figure.data[0].marker.pattern.shape) == ["", "/"]
    assert "还没到时候" in figure.layout.title.text
    assert "还没到时候" not in cohorts(rows.head(1), WORDS, LIGHT).layout.title.text


def test_of_many_weeks_every_other_is_named_and_always_the_last(rows: pd.DataFrame) -> None:
    many = pd.concat([rows] * 7, ignore_index=True).assign(label=[str(week) for week in range(14)])
    figure = cohorts(many, WORDS, LIGHT)
    assert list(figure.layout.xaxis.ticktext) == ["13", "11", "9", "7", "5", "3", "1"]
    assert len(figure.data[3].text) == 7
