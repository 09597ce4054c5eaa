"""How dates are written, and which year is meant where none is."""

import string
from datetime import date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.importing.cells import Cell
from data.importing.dates import date_cell, day_first
from data.importing.folding import folded

RECEIVED = date(2026, 11, 21)
LETTERS = string.digits + "０１２／．：-/.: \u3000年月日号时点分秒上下午周六TAPMapm()（）+"


def read(text: str, *, received: date = RECEIVED, future_days: int = 1) -> Cell:
    plain = folded(text)
    return date_cell(received, future_days, first=day_first([plain]))(plain)


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
    assert read(text) == Cell("2026-11-21 00:00:00")


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
    assert read(text) == Cell("2026-11-21 00:00:00", repaired=True)


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
    assert read(text) == Cell("2026-11-21 18:05:00")


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
    assert read(f"2026-11-20 {text}").value == f"2026-11-20 {hour:02}:30:00"


def test_fraction_of_an_excel_day_is_a_time():
    # 0.75 of a day is 18 hours; Excel's fractions are a little off.
    assert read("46347.75") == Cell("2026-11-21 18:00:00", repaired=True)
    assert read("46347.753472222") == Cell("2026-11-21 18:05:00", repaired=True)


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
    assert read(text, received=received) == Cell(f"{day} 00:00:00", repaired=True)


@pytest.mark.parametrize(
    ("received", "text", "day"),
    [
        (date(2026, 11, 21), "11-28", "2026-11-28"),
        (date(2026, 12, 28), "1-5", "2027-01-05"),
        (date(2026, 1, 5), "12-28", "2025-12-28"),
    ],
)
def test_missing_year_of_an_appointment_is_the_nearest(received, text, day):
    assert read(text, received=received, future_days=400) == Cell(f"{day} 00:00:00", repaired=True)


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
    assert read(text) == Cell(problem=problem)


@pytest.mark.parametrize("text", ["无", "/", "—", "未定", "待定", "n/a"])
def test_words_for_no_date_are_no_date(text):
    assert read(text) == Cell()


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
