"""How times of day are written."""

import pytest

from data.importing.cells import Cell
from tests.data.importing.reading_cells import read_date


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-21 18:05",
        "2026-11-21 18:05:00",
        "2026-11-21T18:05:00",
        "2026-11-21 18:05:00.000",
        "2026/11/21 18：05",
        "2026年11月21日18时05分",
        "2026年11月21日 下午6点05分",
        "2026-11-21 晚上6:05",
        "2026-11-21 6:05 PM",
        "2026-11-21 PM 6:05",
        "20261121 18:05",
    ],
)
def test_time_of_day_is_kept(text):
    assert read_date(text) == Cell("2026-11-21 18:05:00")


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("中午12:30", 12),
        ("下午12:30", 12),
        ("凌晨12:30", 0),
        ("上午9:30", 9),
        ("9:30 am", 9),
        ("12:30 AM", 0),
        ("中午1:30", 13),
    ],
)
def test_half_of_the_day_is_understood(text, hour):
    assert read_date(f"2026-11-20 {text}").value == f"2026-11-20 {hour:02}:30:00"


def test_fraction_of_an_excel_day_is_a_time():
    # 0.75 of a day is 18 hours; Excel's fractions are a little off.
    assert read_date("46347.75") == Cell("2026-11-21 18:00:00", repaired=True)
    assert read_date("46347.753472222") == Cell("2026-11-21 18:05:00", repaired=True)
