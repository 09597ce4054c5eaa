"""How dates are written, and which year is meant where none is."""

import string
from datetime import date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.importing.cells import Cell
from data.importing.dates import date_cell, day_first
from data.importing.folding import folded
from tests.data.importing.reading_cells import RECEIVED, read_date

LETTERS = string.digits + "０１２／．：-/.: \u3000年月日号时点分秒上下午周六TAPMapm()（）+"


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-21",
        "2026/11/21",
        "2026.11.21",
        "20261121",
        "2026年11月21日",
        "2026年11月21号",
        "2026年11月21",
        "２０２６－１１－２１",
        "2026-11-21 (周六)",
        "2026年11月21日 星期六",
        "2026-11-21 00:00:00",
    ],
)
def test_full_date_is_taken_as_it_stands(text):
    assert read_date(text) == Cell("2026-11-21 00:00:00")


@pytest.mark.parametrize(
    "text",
    [
        "11-21",
        "11/21",
        "11.21",
        "11月21日",
        "11月21号",
        "26-11-21",
        "26/11/21",
        "21/11/2026",
        "21.11.2026",
        "11/21/2026",
        "46347",
    ],
)
def test_shortened_or_foreign_date_is_taken_and_marked_as_mended(text):
    # Excel's day 46347: 25569 is 1970-01-01, and 46347 - 25569 = 20778 days later is 2026-11-21.
    assert read_date(text) == Cell("2026-11-21 00:00:00", repaired=True)


@pytest.mark.parametrize(
    ("received", "text", "day"),
    [
        (date(2026, 11, 21), "11-21", "2026-11-21"),
        (date(2026, 11, 21), "11-22", "2026-11-22"),  # a log may be dated tomorrow
        (date(2026, 11, 21), "1-21", "2026-01-21"),  # 61 days ahead
        (date(2026, 1, 2), "12-31", "2025-12-31"),
        (date(2026, 12, 31), "1-1", "2027-01-01"),
        (date(2026, 11, 21), "2-29", "2024-02-29"),
    ],
)
def test_missing_year_is_the_latest_that_is_not_in_the_future(received, text, day):
    assert read_date(text, received=received) == Cell(f"{day} 00:00:00", repaired=True)


@pytest.mark.parametrize(
    ("received", "text", "day"),
    [
        (date(2026, 11, 21), "11-28", "2026-11-28"),
        (date(2026, 12, 28), "1-5", "2027-01-05"),
        (date(2026, 1, 5), "12-28", "2025-12-28"),
    ],
)
def test_missing_year_of_an_appointment_is_the_nearest(received, text, day):
    assert read_date(text, received=received, future_days=400) == Cell(f"{day} 00:00:00", repaired=True)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["03/04/2026", "05/04/2026"], False),  # nothing says otherwise: month first
        (["03/04/2026", "21/04/2026"], True),
        (["03/04/2026", "04/21/2026"], False),
        (["21/04/2026", "04/21/2026"], None),
    ],
)
def test_order_of_day_and_month_is_that_of_the_whole_column(texts, order):
    assert day_first(texts) is order


def test_column_with_both_orders_gives_only_the_dates_that_fit_one():
    reader = date_cell(RECEIVED, 1, first=None)
    assert reader("21/04/2026").value == reader("04/21/2026").value == "2026-04-21 00:00:00"
    assert reader("04/04/2026").value == "2026-04-04 00:00:00"
    assert reader("03/04/2026") == Cell(problem="date_unreadable")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2062-11-21", "date_future"),
        ("2026-11-23", "date_future"),
        ("11-23", "date_future"),
        ("1-20", "date_future"),  # 60 days ahead
        ("1989-12-31", "date_old"),
        ("0026-11-21", "date_old"),
        ("2026-02-29", "date_unreadable"),
        ("2026-13-01", "date_unreadable"),
        ("11月", "date_unreadable"),
        ("昨天", "date_unreadable"),
        ("2026-11-21 25:00", "date_unreadable"),
        ("2026-11-21 24:00", "date_unreadable"),
        ("18:05", "date_unreadable"),
        ("13800138000", "date_unreadable"),
        ("1", "date_unreadable"),
    ],
)
def test_date_that_is_none_is_refused_with_the_reason(text, problem):
    assert read_date(text) == Cell(problem=problem)


@pytest.mark.parametrize("text", ["无", "/", "—", "未定", "待定", "n/a"])
def test_words_for_no_date_are_no_date(text):
    assert read_date(text) == Cell()


@given(
    text=st.one_of(
        st.text(LETTERS, min_size=1, max_size=20),
        st.text(min_size=1, max_size=10),
        st.dates().map(str),
        st.datetimes().map(str),
        st.from_regex(r"[0-9]{1,5}[-./年][0-9]{1,3}[-./月][0-9]{1,5}日? ?[0-9]{0,2}:?[0-9]{0,2}", fullmatch=True),
        st.floats(20_000, 79_999).map(str),
    ),
    received=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    future_days=st.sampled_from([1, 400]),
)
@example(text="9" * 5000, received=RECEIVED, future_days=1)
@settings(max_examples=300, deadline=None)
def test_no_cell_makes_the_reader_fail_and_a_value_read_again_is_itself(text, received, future_days):
    plain = folded(text)
    if not plain:
        return
    for first in (True, False, None):
        cell = date_cell(received, future_days, first=first)(plain)
        if cell.value is not None:
            assert date_cell(received, future_days, first=first)(cell.value) == Cell(cell.value)
            assert str(datetime.fromisoformat(cell.value)) == cell.value
