"""Amounts, counts and durations as forms write them."""

import pytest

from data.importing.cells import Cell
from tests.data.importing.reading_cells import read


@pytest.mark.parametrize(
    ("text", "value", "repaired"),
    [
        ("1234", "1234.00", False),
        ("1,234.50", "1234.50", False),
        ("１，２３４．５", "1234.50", False),
        ("¥1234", "1234.00", False),
        ("￥ 1234", "1234.00", False),
        ("1234元", "1234.00", False),
        ("RMB 1234", "1234.00", False),
        ("1.2万", "12000.00", True),
        ("1.2万元", "12000.00", True),
        ("(120)", "-120.00", True),
        ("（120）", "-120.00", True),
        ("-120", "-120.00", False),
        ("0", "0.00", False),
        ("-", None, False),
    ],
)
def test_spellings_of_an_amount(text, value, repaired):
    assert read("money", text) == Cell(value, repaired=repaired)


@pytest.mark.parametrize(
    ("text", "value"), [("50", "50"), ("50.0", "50"), ("1,200", "1200"), ("50个", "50"), ("007", "7"), ("无", None)]
)
def test_spellings_of_a_count(text, value):
    assert read("integer", text) == Cell(value)


@pytest.mark.parametrize(
    ("text", "value", "repaired"),
    [
        ("200", "200", False),
        ("200.0", "200", False),
        ("200秒", "200", False),
        ("3:20", "200", False),
        ("３：２０", "200", False),
        ("0:03:20", "200", False),
        ("1:00:01", "3601", False),
        ("03:20:00", "200", True),  # typed as 3:20, taken by Excel for twenty past three
        ("3分20秒", "200", False),
        ("3分", "180", False),
        ("3分钟", "180", False),
        ("3分20", "200", False),
        ("1小时3分20秒", "3800", False),
        ("-", None, False),
    ],
)
def test_spellings_of_a_duration(text, value, repaired):
    assert read("seconds", text) == Cell(value, repaired=repaired)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(("money", text) for text in ("三千", "1e5", "1_000", "NaN", "Infinity", "(-120)", "1000000000000")),
        *(("money", text) for text in ("12.3.4", "万", "12，元/套")),
        *(("integer", text) for text in ("-1", "1.5", "五", "1234567890", "५")),
        *(("seconds", text) for text in ("很久", "3:75", "13800138000", "99999999时", "-20")),
    ],
)
def test_what_is_no_number_of_its_kind_is_refused(kind, text):
    assert read(kind, text) == Cell(problem=f"{kind}_unreadable")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("0", Cell("0.000")),
        ("1.5倍", Cell("1.500")),
        ("/", Cell()),
        ("-0.001", Cell(problem="weight_negative")),
        ("－２倍", Cell(problem="weight_negative")),
        ("两倍", Cell(problem="number_unreadable")),
    ],
)
def test_a_day_is_worth_nothing_or_more(text, cell):
    assert read("weight", text) == cell
