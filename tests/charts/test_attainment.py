"""Two stores, three days; one assistant of the same name in both, one day without a row."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.attainment import KINDS, attainment
from charts.palette import LIGHT

WORDS = {
    "calls": "电话",
    "invites": "邀约进群",
    "passed": "达标",
    "part": "还差几个",
    "missing": "未交表",
    "leave": "请假",
    "leave_cell": "休",
}
COLUMNS = [
    *("day", "store", "assistant", "label", "day_label", "kind"),
    *("calls", "call_quota", "invites", "invite_quota", "share"),
]


@pytest.fixture
def rows() -> pd.DataFrame:
    flagship, east = ("旗舰店", "周丽", "周丽\n旗舰店"), ("城东店", "周丽", "周丽\n城东店")
    first, second, third = (date(2026, 11, day) for day in (19, 20, 21))
    cells = [
        (second, *flagship, "20\n五", "part", 38, 50, 28, 30, 0.76),  # 12 + 2 short
        (first, *flagship, "19\n四", "passed", 52, 50, 31, 30, 1.0),
        (third, *flagship, "21\n六", "missing", pd.NA, 50, pd.NA, 30, pd.NA),
        (first, *east, "19\n四", "leave", pd.NA, pd.NA, pd.NA, pd.NA, pd.NA),
        (third, *east, "21\n六", "part", 0, 50, 40, 30, 0.0),  # 50 short; 10 invites too many offset nothing
    ]
    nullable = dict.fromkeys(("calls", "call_quota", "invites", "invite_quota"), "Int64") | {"share": "Float64"}
    return pd.DataFrame(cells, columns=COLUMNS).astype(nullable)


def signs(figure: go.Figure) -> dict[tuple[float, float], str]:
    found: dict[tuple[float, float], str] = {}
    for trace in figure.data[1:]:
        texts = [trace.text] * len(trace.x) if isinstance(trace.text, str) else trace.text
        found |= dict(zip(zip(trace.y, trace.x, strict=True), texts, strict=True))
    return found


def cells(figure: go.Figure) -> Any:
    return figure.data[0].z


def test_every_row_is_a_cell_of_its_kind_and_a_day_without_a_row_is_empty(rows: pd.DataFrame) -> None:
    passed, part, missing, leave = range(len(KINDS))
    np.testing.assert_array_equal(
        cells(attainment(rows, WORDS, LIGHT)), [[passed, part, missing], [leave, np.nan, part]]
    )


def test_every_cell_says_its_kind_without_colour(rows: pd.DataFrame) -> None:
    assert signs(attainment(rows, WORDS, LIGHT)) == {
        (11, 0): "✓",
        (11, 1): "14",
        (11, 2): "–",
        (33, 0): "休",
        (33, 2): "50",
    }


def test_days_run_along_the_top_in_order_and_namesakes_keep_their_own_row(rows: pd.DataFrame) -> None:
    layout = attainment(rows, WORDS, LIGHT).layout
    heads = dict(zip(layout.xaxis.tickvals, layout.xaxis.ticktext, strict=True))
    assert layout.xaxis.side == "top"
    assert ["19" in heads[0], "20" in heads[1], "六" in heads[2]] == [True, True, True]
    assert ["旗舰店" in layout.yaxis.ticktext[0], "城东店" in layout.yaxis.ticktext[1]] == [True, True]


def test_hover_gives_the_figures_or_the_word_for_why_there_are_none(rows: pd.DataFrame) -> None:
    hovers = attainment(rows, WORDS, LIGHT).data[0].hovertext
    assert hovers[0, 1] == "电话 38 / 50<br>邀约进群 28 / 30<br>76%"
    assert hovers[0, 2] == "未交表"
    assert hovers[1, 0] == "请假"
    assert hovers[1, 1] == ""


def test_the_legend_has_glyph_and_word_for_every_kind(rows: pd.DataFrame) -> None:
    title = attainment(rows, WORDS, LIGHT).layout.title.text
    assert all(said in title for said in ("✓ 达标", "还差几个", "– 未交表", "休 请假"))


def test_a_row_is_22_px_high_with_60_assistants_and_31_days() -> None:
    days = pd.date_range("2026-10-22", periods=31)
    people = [f"导购{place}" for place in range(60)]
    frame = pd.DataFrame([(day, person) for person in people for day in days], columns=["day", "assistant"])
    frame = frame.assign(store="旗舰店", label=frame["assistant"], day_label="1", kind="passed")
    frame = frame.assign(calls=50, call_quota=50, invites=30, invite_quota=30, share=1.0)
    figure = attainment(frame, WORDS, LIGHT)
    assert cells(figure).shape == (60, 31)
    assert figure.layout.height - figure.layout.margin.t == 60 * 22
