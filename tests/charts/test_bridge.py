import numpy as np
import pandas as pd
import pytest

from charts.bridge import bridge
from charts.palette import LIGHT

WORDS = {"more": "多了", "less": "少了"}


@pytest.fixture
def rows() -> pd.DataFrame:
    """From 100 to 130: 50 more, then 20 less."""
    table = [
        ("前一段", 0, 100, True, "¥100", "1 月"),
        ("客户数", 100, 150, False, "+¥50", "2 → 3 位"),
        ("每单多少钱", 150, 130, False, "-¥20", "¥50 → ¥43"),
        ("这一段", 0, 130, True, "¥130", "2 月"),
    ]
    return pd.DataFrame(table, columns=["label", "start", "end", "is_sum", "figure", "note"])


def test_each_bar_begins_where_the_one_before_ended(rows: pd.DataFrame) -> None:
    links, bars, *_ = bridge(rows, WORDS, LIGHT).data
    np.testing.assert_array_equal(bars.base, [0, 100, 130, 0])
    np.testing.assert_array_equal(bars.x, [100, 50, 20, 130])
    np.testing.assert_array_equal(links.x[[0, 6, 12]], [100, 150, 130])


def test_no_line_runs_through_letters(rows: pd.DataFrame) -> None:
    links, _, heads, notes = bridge(rows, WORDS, LIGHT).data
    drawn = [links.y[place : place + 2] for place in range(0, len(links.y), 3)]
    for line in (*heads.y, *notes.y):
        assert all(max(ends) <= line - 10 or min(ends) >= line + 10 for ends in drawn)


def test_parts_are_coloured_by_what_they_do_and_sums_are_neutral(rows: pd.DataFrame) -> None:
    colours = bridge(rows, WORDS, LIGHT).data[1].marker.color
    assert list(colours) == [LIGHT.past, LIGHT.good, LIGHT.below, LIGHT.past]


def test_figures_and_factors_stand_above_the_bars(rows: pd.DataFrame) -> None:
    heads, notes = bridge(rows, WORDS, LIGHT).data[2:]
    assert "<b>+¥50</b>" in heads.text[1]
    assert "2 → 3 位" in notes.text[1]


def test_below_zero_the_letters_stay_at_the_left_edge(rows: pd.DataFrame) -> None:
    figure = bridge(rows.assign(start=[0, 100, -50, 0], end=[100, -50, -60, -60]), WORDS, LIGHT)
    assert set(figure.data[2].x) == {-60}
    assert figure.layout.xaxis.range[0] <= -60


def test_a_bridge_of_nothing_is_drawn(rows: pd.DataFrame) -> None:
    figure = bridge(rows.assign(start=0, end=0), WORDS, LIGHT)
    assert figure.layout.xaxis.range[1] > figure.layout.xaxis.range[0]
