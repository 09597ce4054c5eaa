import numpy as np
import pandas as pd
import pytest

from charts.intervals import intervals
from charts.palette import LIGHT

WORDS = {"absent": "没有可算的客户"}


@pytest.fixture
def rows() -> pd.DataFrame:
    table = [
        ("visit_rate", "有效转进店率", 0.4, 0.3, 0.5, 0.6, np.nan, "40/100", "below", "不达标"),
        ("close_rate", "进店成交率", 0.5, 0.2, 0.8, np.nan, 0.45, "5/10", "", "没有设标准"),
        ("phone_rate", "转电话率", np.nan, np.nan, np.nan, 0.8, np.nan, "0/0", "close", "样本太少"),
    ]
    columns = ["key", "label", "rate", "low", "high", "benchmark", "believed", "of", "state", "note"]
    return pd.DataFrame(table, columns=columns)


def test_the_bar_is_the_interval_and_the_dot_the_rate(rows: pd.DataFrame) -> None:
    _, spans, believed, _, dots, *_ = intervals(rows, WORDS, LIGHT).data
    np.testing.assert_allclose(np.array(spans.base, float), [0.3, 0.2, np.nan])
    np.testing.assert_allclose(spans.x, [0.2, 0.6, np.nan])  # 0.5 - 0.3, 0.8 - 0.2
    np.testing.assert_allclose(dots.x, [0.4, 0.5, np.nan])
    np.testing.assert_allclose(believed.x, [np.nan, 0.45, np.nan])


def test_the_tick_stands_at_the_rows_own_benchmark(rows: pd.DataFrame) -> None:
    ticks = intervals(rows, WORDS, LIGHT).data[3]
    np.testing.assert_allclose(ticks.x.reshape(3, 3)[:, 0], [0.6, np.nan, 0.8])


def test_figures_and_verdict_are_said_never_by_colour_alone(rows: pd.DataFrame) -> None:
    heads, notes, absent = intervals(rows, WORDS, LIGHT).data[5:]
    assert "<b>40%</b>" in heads.text[0]
    assert "40/100" in heads.text[0]
    assert "✕ 不达标" in notes.text[0]
    assert "● 样本太少" in notes.text[2]
    assert len(absent.text) == 1
    assert "没有可算的客户" in absent.text[0]


def test_a_rate_above_one_is_not_cut(rows: pd.DataFrame) -> None:
    assert intervals(rows.assign(rate=1.4), WORDS, LIGHT).layout.xaxis.range[1] > 1.4
    assert 1 < intervals(rows, WORDS, LIGHT).layout.xaxis.range[1] < 1.1


def test_a_rate_that_is_no_share_is_written_as_it_is_and_its_interval_fits(rows: pd.DataFrame) -> None:
    more = rows.assign(rate=[3.44, 0, 5], low=[2, 0, 4], high=[6.5, 1, 7], benchmark=3.0)
    figure = intervals(more, WORDS, LIGHT, "{:.1f}".format)
    assert "<b>3.4</b>" in figure.data[5].text[0]
    assert figure.layout.xaxis.range[1] > 7
