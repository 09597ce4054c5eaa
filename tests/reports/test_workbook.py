"""Files to take home: right cells, right formats, and nothing that starts a formula."""

from datetime import datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.fitting import fitting, lines, width
from reports.workbook import STARTS_FORMULA, Sheet, csv, harmless, sheet_name, workbook

TABLE = pd.DataFrame(
    {
        "导购": ["周丽", '=HYPERLINK("http://evil.example")', None],
        "电话": [50, -3, 0],
        "金额": [1234.5, None, Decimal("0.10")],
        "收到时间": pd.to_datetime(["2026-11-21 19:52", None, "2026-11-21 20:03"]),
    }
)


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def test_a_workbook_holds_the_cells_in_their_formats() -> None:
    page = opened(workbook([Sheet("指标", TABLE, {"金额": '"¥"#,##0.00', "收到时间": "yyyy-mm-dd hh:mm"})]))["指标"]
    assert [cell.value for cell in page[1]] == ["导购", "电话", "金额", "收到时间"]
    assert [cell.value for cell in page[2]] == ["周丽", 50, 1234.5, datetime(2026, 11, 21, 19, 52)]
    assert [cell.value for cell in page[4]] == [None, 0, 0.1, datetime(2026, 11, 21, 20, 3)]
    assert page["C2"].number_format == '"¥"#,##0.00'
    assert page["D2"].number_format == "yyyy-mm-dd hh:mm"
    assert page.freeze_panes == "A2"


def test_a_figure_that_is_missing_stays_empty() -> None:
    table = pd.DataFrame({"电话": pd.array([50, None], "Int32"), "达标": pd.array([None, True], "boolean")})
    page = opened(workbook([Sheet("x", table)]))["x"]
    assert [[cell.value for cell in row] for row in page.iter_rows(min_row=2)] == [[50, None], [None, True]]
    assert csv(Sheet("x", table)).decode("utf-8-sig") == "电话,达标\r\n50,\r\n,True\r\n"


def test_no_cell_starts_a_formula_or_is_a_link() -> None:
    page = opened(workbook([Sheet("指标", TABLE)]))["指标"]
    assert page["A3"].value == '\'=HYPERLINK("http://evil.example")'
    assert page["A3"].data_type == "s"
    assert page["A3"].hyperlink is None
    assert page["B3"].value == -3  # a number is a number


def test_a_heading_starts_no_formula_either() -> None:
    page = opened(workbook([Sheet("x", pd.DataFrame({"=1+1": [1]}))]))["x"]
    assert page["A1"].value == "'=1+1"


@given(st.sampled_from(STARTS_FORMULA), st.text(max_size=5))
def test_every_start_of_a_formula_is_defused(start: str, rest: str) -> None:
    assert harmless(start + rest) == "'" + start + rest


@given(
    st.one_of(
        st.integers(),
        st.floats(allow_nan=False),
        st.none(),
        st.text().filter(lambda text: not text.startswith(STARTS_FORMULA)),
    )
)
def test_everything_else_stays(value: object) -> None:
    assert harmless(value) == value


def test_csv_opens_in_excel_and_starts_no_formula() -> None:
    content = csv(Sheet("指标", TABLE))
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "导购,电话,金额,收到时间"
    assert lines[1] == "周丽,50,1234.5,2026-11-21 19:52"
    assert lines[2] == '"\'=HYPERLINK(""http://evil.example"")",-3,,'


def test_a_day_is_written_without_a_time() -> None:
    table = pd.DataFrame({"日期": pd.to_datetime(["2026-11-21"])})
    assert csv(Sheet("x", table, {"日期": "yyyy-mm-dd"})).decode("utf-8-sig") == "日期\r\n2026-11-21\r\n"


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("指标", (), "指标"),
        ("指标", ("指标",), "指标 2"),
        ("指标", ("指标", "指标 2"), "指标 3"),
        ("11/21 [旗舰店]", (), "11／21 （旗舰店）"),
        ("一" * 40, (), "一" * 31),
        ("", (), "-"),
    ],
)
def test_a_sheet_gets_a_name_that_excel_takes(name: str, taken: tuple[str, ...], expected: str) -> None:
    assert sheet_name(name, taken) == expected


def test_a_chinese_letter_takes_two_places() -> None:
    assert width(["导购", "abc"]) == 6  # 2 letters of 2 and a margin of 2
    assert width(["一" * 100]) == 60


def test_a_heading_has_room_for_its_button_or_goes_on_below() -> None:
    assert fitting("电话", [5]) == 8  # 2 letters of 2, a margin of 2, a button of 2
    assert fitting("一" * 10, [5]) == 18  # 24 would be wider than a heading may be
    assert lines("一" * 10, 18 - 2) == 2


def test_what_is_shown_has_room_and_what_is_long_goes_on_below() -> None:
    table = pd.DataFrame(
        {"金额": [1440000], "完成": [2 / 3], "日期": pd.to_datetime(["2026-11-21"]), "说明": ["一" * 70]}
    )
    page = opened(workbook([Sheet("x", table, {"金额": '"¥"#,##0.00', "完成": "0.0%", "日期": "yyyy-mm-dd"})]))["x"]
    wide = {letter: round(page.column_dimensions[letter].width - 0.71) for letter in "ABCD"}
    assert wide == {"A": 15, "B": 8, "C": 12, "D": 60}  # ¥1,440,000.00 and a margin; the heading; 2026-11-21; the most
    assert page["D2"].alignment.wrap_text
    assert page.row_dimensions[2].height == 48  # 140 places are three lines of 60
    assert [page[f"{letter}1"].alignment.horizontal for letter in "ACD"] == ["right", "right", None]
