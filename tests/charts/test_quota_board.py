"""Six evenings in one board: passed, close, below, nothing done, far above, and not handed in."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.palette import LIGHT
from charts.quota_board import quota_board

WORDS = {"calls": "电话", "invites": "邀约进群", "missing": "未交表"}
COLUMNS = ["label", "calls", "call_quota", "invites", "invite_quota", "state", "gap"]


@pytest.fixture
def rows() -> pd.DataFrame:
    board = [
        ("周丽", 52, 50, 31, 24, "passed", "已达标，连续 4 天"),
        ("陈静", 50, 50, 30, 33, "close", "还差 3 个进群"),
        ("何娟", 38, 50, 21, 30, "below", "差 12 个电话 · 还差 9 个进群 · 连续 3 天不达标"),
        ("林涛", 0, 50, 0, 0, "below", "差 50 个电话"),
        ("徐娜", 120, 50, 33, 33, "passed", "已达标，连续 9 天"),
        ("赵磊\n旗舰店", pd.NA, 50, pd.NA, 33, "missing", "今天未交表"),
    ]
    return pd.DataFrame(board, columns=COLUMNS).astype({"calls": "Int64", "invites": "Int64"})


def on(figure: go.Figure, axis: str, kind: str, **wanted: str) -> list[Any]:
    return list(figure.select_traces({"xaxis": axis, "type": kind, **wanted}))


def colours(bars: Any) -> list[str]:
    scale = [colour for _, colour in bars.marker.colorscale]
    return [scale[state] for state in bars.marker.color]


@pytest.mark.parametrize("narrow", [False, True])
def test_every_bar_is_as_long_as_its_figure_and_missing_has_none(rows: pd.DataFrame, *, narrow: bool) -> None:
    figure = quota_board(rows, WORDS, LIGHT, narrow=narrow)
    for axis, done in (("x", [52, 50, 38, 0, 120, np.nan]), ("x2", [31, 30, 21, 0, 33, np.nan])):
        track, bars = on(figure, axis, "bar")
        np.testing.assert_array_equal(bars.x, done)
        assert len(track.x) == 6


@pytest.mark.parametrize("narrow", [False, True])
def test_every_assistant_has_a_tick_at_the_own_quota(rows: pd.DataFrame, *, narrow: bool) -> None:
    figure = quota_board(rows, WORDS, LIGHT, narrow=narrow)
    for axis, quotas in (("x", [50] * 6), ("x2", [24, 33, 30, 0, 33, 33])):
        (ticks,) = on(figure, axis, "scatter", mode="lines")
        bars = on(figure, axis, "bar")[1]
        for quota, middle in zip(quotas, bars.y, strict=True):
            assert quota in ticks.x[np.abs(ticks.y - middle) <= 13]


def test_the_track_reaches_beyond_the_longest_bar_and_every_tick(rows: pd.DataFrame) -> None:
    figure = quota_board(rows, WORDS, LIGHT)
    # Calls: 120 beats 1.2 × 50. Invites: 1.2 × 33 = 39.6 beats 33.
    assert figure.layout.xaxis.range == (0, 120)
    assert figure.layout.xaxis2.range == pytest.approx((0, 39.6))


@pytest.mark.parametrize("narrow", [False, True])
def test_value_and_quota_stand_above_the_bar_where_no_tick_can_reach(rows: pd.DataFrame, *, narrow: bool) -> None:
    figure = quota_board(rows, WORDS, LIGHT, narrow=narrow)
    captions = on(figure, "x", "scatter", mode="text")[0]
    (ticks,) = on(figure, "x", "scatter", mode="lines")
    assert ["<b>52</b>" in captions.text[0], "/ 50" in captions.text[0]] == [True, True]
    assert "<b>0</b>" in captions.text[3]
    assert "<b>–</b>" in captions.text[5]
    # Letters of 16 px reach 8 px down from their middle, ticks begin below that.
    for top in captions.y:
        assert not np.any((ticks.y >= top - 8) & (ticks.y <= top + 8))


def test_not_handed_in_is_said_in_the_empty_track_and_the_tick_makes_room(rows: pd.DataFrame) -> None:
    figure = quota_board(rows, WORDS, LIGHT)
    captions, word = on(figure, "x", "scatter", mode="text")
    (ticks,) = on(figure, "x", "scatter", mode="lines")
    assert len(word.text) == 1
    assert "未交表" in word.text[0]
    assert not np.any(np.abs(ticks.y - word.y[0]) < 8)
    assert captions.y[5] < word.y[0]


def test_a_measure_that_reached_its_quota_is_good_even_when_the_day_is_not(rows: pd.DataFrame) -> None:
    figure = quota_board(rows, WORDS, LIGHT)
    calls, invites = on(figure, "x", "bar")[1], on(figure, "x2", "bar")[1]
    good, unsure, below = LIGHT.good, LIGHT.unsure, LIGHT.below
    assert colours(calls)[:5] == [good, good, below, below, good]
    assert colours(invites)[:5] == [good, unsure, below, good, good]


def test_names_stand_left_and_the_gap_in_words_with_a_glyph_right(rows: pd.DataFrame) -> None:
    layout = quota_board(rows, WORDS, LIGHT).layout
    assert layout.yaxis.ticktext[0] == "<b>周丽</b>"
    assert "旗舰店" in layout.yaxis.ticktext[5]
    assert layout.yaxis2.side == "right"
    assert "✓ 已达标，连续 4 天" in layout.yaxis2.ticktext[0]
    assert "✕ 差 12 个电话<br>还差 9 个进群<br>连续 3 天不达标" in layout.yaxis2.ticktext[2]
    assert [note.text for note in layout.annotations] == ["电话", "邀约进群"]


def test_narrow_puts_name_and_words_above_both_bars_and_needs_no_margin(rows: pd.DataFrame) -> None:
    figure = quota_board(rows, WORDS, LIGHT, narrow=True)
    names, sentences = figure.data[-2:]
    bars = on(figure, "x", "bar")[1]
    assert names.text[0] == "<b>周丽</b>"
    assert "差 12 个电话" in sentences.text[2]
    assert all(name < words < bar for name, words, bar in zip(names.y, sentences.y, bars.y, strict=True))
    assert not figure.layout.yaxis.visible
    assert not figure.layout.yaxis2.visible
    assert "电话" in on(figure, "x", "scatter", mode="text")[0].text[0]


@pytest.mark.parametrize("narrow", [False, True])
def test_rows_never_overlap_and_all_lie_within_the_figure(rows: pd.DataFrame, *, narrow: bool) -> None:
    figure = quota_board(pd.concat([rows] * 10), WORDS, LIGHT, narrow=narrow)
    captions, bars = on(figure, "x", "scatter", mode="text")[0], on(figure, "x", "bar")[1]
    assert np.all(captions.y[1:] - bars.y[:-1] >= 8 + 13)
    assert figure.layout.yaxis.range[0] >= bars.y[-1] + 13


def test_without_a_quota_there_is_no_tick_and_no_slash(rows: pd.DataFrame) -> None:
    figure = quota_board(rows.head(1).assign(call_quota=None), WORDS, LIGHT)
    (ticks,) = on(figure, "x", "scatter", mode="lines")
    assert np.isnan(ticks.x).all()
    assert on(figure, "x", "scatter", mode="text")[0].text[0] == "<b>52</b>"


def test_narrow_captions_too_wide_for_half_a_phone_go_on_two_lines_and_stay_off_the_words(rows: pd.DataFrame) -> None:
    many = rows.assign(calls=12345, call_quota=15000, invites=12345, invite_quota=15000)
    figure = quota_board(many, WORDS, LIGHT, narrow=True)
    captions, ticks = on(figure, "x2", "scatter", mode="text")[0], on(figure, "x2", "scatter", mode="lines")[0]
    sentences = figure.data[-1]
    assert captions.text[0].split("<br>")[1].startswith("<b>12,345</b>")
    # A line is 20 px: two reach 20 px up and down from their middle, one line of words 10 px.
    assert np.all(captions.y - 20 >= sentences.y + 10 * (1 + np.char.count(sentences.text, "<br>")))
    assert np.nanmin(ticks.y) >= captions.y[0] + 18


def test_hover_gives_the_full_name_the_figures_and_the_gap(rows: pd.DataFrame) -> None:
    track = on(quota_board(rows, WORDS, LIGHT), "x", "bar")[0]
    assert track.hovertext[1] == "<b>陈静</b><br>电话 50 / 50<br>邀约进群 30 / 33<br>还差 3 个进群"
    assert track.hovertext[5] == "<b>赵磊 · 旗舰店</b><br>电话 – / 50<br>邀约进群 – / 33<br>今天未交表"
