import numpy as np
import pandas as pd
import pytest

from charts.palette import LIGHT
from charts.pyramids import MIDDLES, WIDEST, pyramids

WORDS = {"left": "客户", "right": "收入", "off_scale": "没按比例画"}


@pytest.fixture
def rows() -> pd.DataFrame:
    table = [
        ("top_1", "最好的 1%\n¥900 起", 2, 400, "2 位", "¥400"),
        ("other_80", "其余 80%", 8, 100, "8 位", "¥100"),
        ("none", "还没买过", 900, None, "900 位", ""),
    ]
    return pd.DataFrame(table, columns=["key", "label", "customers", "value", "left", "right"])


def test_customers_grow_downwards_and_value_upwards_each_about_its_middle(rows: pd.DataFrame) -> None:
    _, counted, _, worth, *_ = pyramids(rows, WORDS, LIGHT).data
    np.testing.assert_allclose(counted.x, np.array([2 / 8, 1]) * WIDEST)
    np.testing.assert_allclose(worth.x[:2], np.array([1, 100 / 400]) * WIDEST)
    for middle, bars in zip(MIDDLES, (counted, worth), strict=True):
        np.testing.assert_allclose(np.array(bars.base, float) + bars.x / 2, middle)


def test_more_customers_than_any_tier_holds_are_hatched_and_said_to_be_out_of_scale(rows: pd.DataFrame) -> None:
    figure = pyramids(rows, WORDS, LIGHT)
    np.testing.assert_allclose(figure.data[2].x, [WIDEST])
    assert figure.data[2].marker.pattern.shape == "/"
    assert "没按比例画" in figure.layout.title.text
    assert "没按比例画" not in pyramids(rows.assign(customers=[2, 8, 5]), WORDS, LIGHT).layout.title.text


def test_a_tier_that_brings_less_than_nothing_has_no_bar_but_its_figure(rows: pd.DataFrame) -> None:
    figure = pyramids(rows.assign(value=[400.0, -50.0, float("nan")], right=["¥400", "-¥50", ""]), WORDS, LIGHT)
    np.testing.assert_allclose(figure.data[3].x[1], 0)
    assert list(figure.data[6].text) == ["¥400", "-¥50", ""]


def test_a_click_anywhere_on_a_row_gives_its_key(rows: pd.DataFrame) -> None:
    track = pyramids(rows, WORDS, LIGHT).data[0]
    assert list(track.customdata) == ["top_1", "other_80", "none"]
    np.testing.assert_array_equal(track.x, [1, 1, 1])
