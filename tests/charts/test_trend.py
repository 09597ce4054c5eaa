from datetime import date

import numpy as np
import pandas as pd
import pytest

from charts.palette import LIGHT
from charts.trend import sparkline, trend

WORDS = {"value": "电话", "quota": "任务", "passed": "达标", "below": "不达标"}


@pytest.fixture
def rows() -> pd.DataFrame:
    table = [
        ("2026-11-16", 52, 50),
        ("2026-11-16", 50, 50),  # the 16th: 102 of 100
        ("2026-11-17", 40, 50),
        ("2026-11-17", pd.NA, 50),  # the 17th: 40 of 100, one log not handed in
        ("2026-11-18", pd.NA, 50),  # the 18th: no log at all
        ("2026-11-20", 0, 50),  # the 19th has no row; the 20th: a log, and nothing in it
    ]
    frame = pd.DataFrame(table, columns=["day", "value", "quota"])
    return frame.assign(day=pd.to_datetime(frame["day"])).astype({"value": "Int64"})


def test_days_are_summed_and_a_day_without_a_log_is_a_gap_not_zero(rows: pd.DataFrame) -> None:
    line = trend(rows, WORDS, LIGHT).data[1]
    assert list(line.x) == [date(2026, 11, day) for day in range(16, 21)]
    assert list(line.y) == [102, 40, None, None, 0]
    assert line.connectgaps is False


def test_the_quota_is_a_step_that_counts_everybody_on_duty(rows: pd.DataFrame) -> None:
    quota = trend(rows, WORDS, LIGHT).data[0]
    assert list(quota.y) == [100, 100, 50, None, 50]
    assert quota.line.shape == "hvh"


def test_reached_days_are_filled_and_the_others_hollow(rows: pd.DataFrame) -> None:
    figure = trend(rows, WORDS, LIGHT)
    assert list(figure.data[1].marker.symbol)[:2] == ["circle", "circle-open"]
    assert all(word in figure.layout.title.text for word in ("达标", "不达标", "任务"))
    assert figure.data[1].hovertext[0] == "11/16  电话 102 / 100"


def test_the_last_day_is_always_on_the_axis_and_at_most_seven_are() -> None:
    for length in (1, 2, 7, 8, 31, 90):
        frame = pd.DataFrame({"day": pd.date_range("2026-08-01", periods=length), "value": 1, "quota": 1})
        axis = trend(frame, WORDS, LIGHT).layout.xaxis
        last = frame["day"].iloc[-1]
        assert axis.ticktext[0] == f"{last.month}/{last.day}"
        assert len(axis.ticktext) <= 7


def test_a_single_day_has_room_on_both_sides(rows: pd.DataFrame) -> None:
    figure = trend(rows.head(2), WORDS, LIGHT)
    first, last = (pd.Timestamp(end) for end in figure.layout.xaxis.range)
    assert last - first == pd.Timedelta(days=1)


@pytest.mark.parametrize(("good", "colour"), [(True, LIGHT.good), (False, LIGHT.below), (None, LIGHT.accent)])
def test_only_today_has_full_colour(*, good: bool | None, colour: str) -> None:
    figure = sparkline([31, 0, None, 40], LIGHT, good=good)
    bars = figure.data[0]
    np.testing.assert_array_equal(bars.y, [31, 0, np.nan, 40])
    assert list(bars.marker.color) == [LIGHT.past] * 3 + [colour]
    assert bars.marker.line.width > 0  # without an outline a bar of 0 is not drawn
    assert figure.layout.height <= 48
