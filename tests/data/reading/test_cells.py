"""A workbook's cells as text."""

from datetime import date, datetime, time, timedelta

import pytest

from data.reading.cells import cell_text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (13800138000.0, "13800138000"),
        (42, "42"),
        (-0.0, "0"),
        (1.5, "1.5"),
        (1234.5600000000002, "1234.56"),
        (1e20, "100000000000000000000"),
        (1.5e-7, "0.00000015"),
        (float("nan"), None),
        (True, "true"),
        (False, "false"),
        (date(2026, 11, 21), "2026-11-21"),
        (datetime(2026, 11, 21, 18, 5), "2026-11-21 18:05:00"),
        (datetime(2026, 11, 21, 18, 5, 0, 400_000), "2026-11-21 18:05:00"),
        (time(18, 5), "18:05:00"),
        (timedelta(hours=30, minutes=5), "30:05:00"),
        (timedelta(minutes=-3), "-0:03:00"),
    ],
)
def test_cell_reads_as_a_person_sees_it(cell, text):
    assert cell_text(cell) == text
