"""What every chart keeps: pure, drawn for any number of rows, still, clear, legible, and silent but for given words."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.attainment import attainment
from charts.bridge import bridge
from charts.bringer_mix import bringer_mix
from charts.cohorts import cohorts
from charts.control import control
from charts.counts import counts
from charts.curve import curve
from charts.flows import flows
from charts.grade_mix import grade_mix
from charts.grade_tree import grade_tree
from charts.group_mix import group_mix
from charts.intervals import intervals
from charts.pace import pace
from charts.palette import DARK, LIGHT, Palette
from charts.pyramids import pyramids
from charts.quota_board import quota_board
from charts.referral_tree import referral_tree
from charts.risk_mix import risk_mix
from charts.trend import sparkline, trend

Draw = Callable[[pd.DataFrame, dict[str, str], Palette], go.Figure]


class Words(dict[str, str]):
    """Answers every key with a sign that is no letter."""

    def __missing__(self, key: str) -> str:
        return "#"


BOARD = {"store": "1", "assistant": "2", "label": "3\n4", "gap": "5 · 6"}
QUOTAS = {"calls": 38, "call_quota": 50, "invites": 31, "invite_quota": 30}
DAY = {"day": date(2026, 11, 21), "day_label": "21\n7"}
RATE = {"rate": 0.4, "low": 0.3, "high": 0.5, "benchmark": 0.6, "believed": 0.45, "of": "7 / 8"}
BOUNDS = pd.DataFrame(
    {"n": [1, 40], "mean": 0.5, "low": [0, 0.35], "high": [1, 0.65], "lowest": [0, 0.25], "highest": [1, 0.75]}
)
MARKS = pd.DataFrame({"share": [0.2, 0.3], "value": 0.8, "label": "7", "anchor": "top center", "own": [True, False]})
CHARTS: dict[str, tuple[Draw, dict[str, object]]] = {
    "quota_board": (quota_board, {**BOARD, **QUOTAS, "state": "below"}),
    "quota_board_narrow": (partial(quota_board, narrow=True), {**BOARD, **QUOTAS, "state": "below"}),
    "attainment": (attainment, {**BOARD, **QUOTAS, **DAY, "kind": "part", "share": 0.76}),
    "trend": (trend, {**DAY, "value": 38, "quota": 50}),
    "grade_mix": (grade_mix, {**BOARD, "grade": "A", "customers": 5}),
    "group_mix": (group_mix, {**BOARD, "part": "junk", "customers": 5}),
    "risk_mix": (risk_mix, {**BOARD, "part": "stale", "customers": 5}),
    "bringer_mix": (bringer_mix, {**BOARD, "part": "visited", "customers": 5}),
    "referral_tree": (referral_tree, {"label": "1", "depth": 1, "state": "waiting", "note": "2"}),
    "grade_tree": (grade_tree, {"grade": "A", "customers": 5}),
    "flows": (flows, {"from_grade": "", "to_grade": "closed", "customers": 5}),
    "pace": (pace, {**BOARD, "done": 12, "target": 30, "elapsed_share": 0.68, "state": "below"}),
    "counts": (counts, {"key": "1", "label": "2", "value": 12, "hatched": 5, "state": "below", "note": "3"}),
    "intervals": (intervals, {**RATE, "key": "1", "label": "2\n3", "state": "below", "note": "4 · 5"}),
    "control": (partial(control, bounds=BOUNDS), {"key": "1", "label": "2\n3", "n": 30, "rate": 0.2, "state": "below"}),
    "cohorts": (cohorts, {"label": "9/7", "entered": 20, "visited": 9, "ordered": 4, "settled": False}),
    "curve": (partial(curve, marks=MARKS), {"share": 0.5, "value": 1.1, "note": "3"}),
    "pyramids": (pyramids, {"key": "1", "label": "2\n3", "customers": 12, "value": 5, "left": "4", "right": "5"}),
    "bridge": (bridge, {"label": "2", "start": 1, "end": 5, "is_sum": False, "figure": "3", "note": "4"}),
}
every_chart = pytest.mark.parametrize(("draw", "row"), CHARTS.values(), ids=CHARTS.keys())


def texts(node: Any) -> Iterator[str]:
    """Yield what a figure makes people read."""
    readable = {"text", "ticktext", "hovertext", "hovertemplate", "texttemplate", "name"}
    if isinstance(node, dict):
        for key, value in node.items():
            if key in readable:
                yield from re.findall(r"[^\[\],']+", str(value))
            yield from texts(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from texts(value)


def sizes(node: Any) -> Iterator[float]:
    """Yield the size of every font a figure sets."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key.endswith("font") and "size" in value:
                yield value["size"]
            yield from sizes(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from sizes(value)


@every_chart
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("count", [0, 1, 6, 60])
def test_any_number_of_rows_is_drawn_and_the_frame_stays_as_it_was(
    draw: Draw, row: dict[str, object], palette: Palette, count: int
) -> None:
    rows = pd.DataFrame([row | {"assistant": str(place)} for place in range(count)], columns=list(row))
    before = rows.copy(deep=True)
    figure = draw(rows, Words(), palette)
    assert figure.to_json() == draw(rows, Words(), palette).to_json()
    pd.testing.assert_frame_equal(rows, before)


@every_chart
def test_figures_are_clear_still_and_legible(draw: Draw, row: dict[str, object]) -> None:
    layout = draw(pd.DataFrame([row]), Words(), LIGHT).layout
    assert layout.paper_bgcolor == layout.plot_bgcolor == "rgba(0,0,0,0)"
    assert layout.dragmode is False
    axes = [axis for name, axis in layout.to_plotly_json().items() if re.fullmatch(r"[xy]axis\d*", name)]
    assert all(axis["fixedrange"] for axis in axes)
    assert min(sizes(draw(pd.DataFrame([row]), Words(), LIGHT).to_plotly_json())) >= 14
    assert "Noto Sans CJK SC" in layout.font.family


@every_chart
def test_charts_have_no_words_of_their_own(draw: Draw, row: dict[str, object]) -> None:
    figure = draw(pd.DataFrame([row]), Words(), LIGHT)
    read = " ".join(texts(figure.to_dict()))
    bare = re.sub(r"<[^>]+>|%\{\w+\}", "", read)
    assert bare.strip()
    assert re.findall(r"[^\W\d_]+", bare) in ([], ["A"], ["A"] * 2, ["A"] * 3)


@every_chart
def test_more_rows_make_a_taller_figure_never_smaller_rows(draw: Draw, row: dict[str, object]) -> None:
    heights = [
        draw(pd.DataFrame([row | {"assistant": str(place)} for place in range(count)]), Words(), LIGHT).layout.height
        for count in (1, 2, 3)
    ]
    assert heights[2] - heights[1] == heights[1] - heights[0]
    assert heights[1] >= heights[0]


def test_a_sparkline_without_values_is_empty() -> None:
    assert len(sparkline([], LIGHT, good=None).data[0].y) == 0


def test_words_are_asked_by_key_only() -> None:
    asked: defaultdict[str, str] = defaultdict(lambda: "#")
    quota_board(pd.DataFrame([CHARTS["quota_board"][1]]), asked, LIGHT)
    assert set(asked) == {"calls", "invites", "missing"}
