import numpy as np
import pandas as pd
import pytest

from charts.curve import curve
from charts.palette import LIGHT

WORDS = {"line": "累计的贡献", "falling": "贡献为负", "reference": "常说的二八", "across": "客户"}
MARKS = pd.DataFrame(
    [(0.5, 1.25, "最高 125%", "middle left", True), (0.2, 0.8, "20/80", "top center", False)],
    columns=["share", "value", "label", "anchor", "own"],
)


@pytest.fixture
def rows() -> pd.DataFrame:
    """Four customers: 100, 25, 0 and -25 of 100."""
    table = [(0.0, 0.0), (0.25, 1.0), (0.5, 1.25), (0.75, 1.25), (1.0, 1.0)]
    return pd.DataFrame(table, columns=["share", "value"]).assign(note=["0", "1", "2", "3", "4"])


def test_what_comes_after_the_peak_is_red_and_touches_it(rows: pd.DataFrame) -> None:
    rising, falling = curve(rows, WORDS, LIGHT, marks=MARKS).data[:2]
    np.testing.assert_array_equal(rising.x, [0, 0.25, 0.5, 0.75])  # who brings nothing takes nothing away
    np.testing.assert_array_equal(falling.x, [0.75, 1])
    assert falling.line.color == LIGHT.below
    assert list(falling.hovertext) == ["3", "4"]


def test_a_curve_that_never_falls_is_one_line_to_its_end(rows: pd.DataFrame) -> None:
    figure = curve(rows.head(4), WORDS, LIGHT, marks=MARKS)
    assert LIGHT.below not in figure.to_json()
    assert "贡献为负" not in figure.layout.title.text


def test_own_points_are_filled_with_lines_to_both_axes_and_references_hollow(rows: pd.DataFrame) -> None:
    figure = curve(rows, WORDS, LIGHT, marks=MARKS)
    drops, references, found, named = figure.data[3:]
    np.testing.assert_array_equal(drops.x, [0.5, 0.5, 0, np.nan])
    np.testing.assert_array_equal(drops.y, [0, 1.25, 1.25, np.nan])
    assert references.marker.symbol == "diamond-open"
    assert list(references.text) == ["20/80"]
    assert (found.x[0], found.y[0]) == (0.5, 1.25)
    assert named.y[0] == 1.25 / 2
    assert "常说的二八" in figure.layout.title.text


def test_the_legend_has_no_references_where_none_are_drawn(rows: pd.DataFrame) -> None:
    assert "常说的二八" not in curve(rows, WORDS, LIGHT, marks=MARKS.head(1)).layout.title.text


def test_all_of_it_is_a_line_of_its_own_but_not_of_money(rows: pd.DataFrame) -> None:
    whole = curve(rows, WORDS, LIGHT, marks=MARKS).data[2]
    np.testing.assert_array_equal(whole.y, [1, 1])
    money = curve(rows.assign(value=[0, -100, -300, -300, -700]), WORDS, LIGHT, marks=MARKS.head(0), money=True)
    assert money.layout.yaxis.tickformat == ",.0f"
    assert money.layout.yaxis.range[0] < -700
    assert not any(list(trace.y) == [1, 1] for trace in money.data)
