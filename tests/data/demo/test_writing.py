"""The same two calls as each hand writes them."""

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime

import pytest
from python_calamine import CalamineWorkbook

from data.demo.dialects import BOM, FORM, SEMICOLONS, SHEETS, WORKBOOK, Dialect
from data.demo.rows import Rows
from data.demo.writing import write
from data.logs.calls import CALLS

ROWS: Rows = {
    "date": [datetime.fromisoformat("2026-11-21 18:05"), datetime.fromisoformat("2026-11-03 09:40")],
    "store": ["旗舰店", "城东店"],
    "phone": ["13800138000", None],
    "outcome": ["connected", "no_answer"],
    "duration": [200, None],
    "grade": ["A2", "C1"],
    "group_agreed": [1, None],
    "visit_on": [date(2026, 11, 24), None],
    "note": ["孩子上学,周末有空", None],
}


@pytest.mark.parametrize(
    ("dialect", "encoding", "lines"),
    [
        (
            FORM,
            "gbk",
            [
                "标题,,,,,,,,",
                "日期,门店,电话,通话结果,通话时长,客户等级,是否同意进群,预约到店日期,备注",
                '2026/11/21 18:05,旗舰店,13800138000,接通,3分20秒,A,√,2026/11/24,"孩子上学,周末有空"',
                "2026/11/3 09:40,城东店,,无人接听,,C,,,",
                "合计,,,,,,,,2",
            ],
        ),
        (
            BOM,
            "utf-8-sig",
            [
                "拨打日期,店名,手机,接通情况,时长,等级,同意进群,预约时间,说明",
                '2026-11-21 18:05,旗舰店,138 0013 8000,已接,3:20,A,是,2026-11-24,"孩子上学,周末有空"',
                "2026-11-03 09:40,城东店,,未接,,C,,,",
            ],
        ),
        (
            SEMICOLONS,
            "utf-8",
            [
                "通话时间;门店名称;手机号;是否接通;通话秒数;分类;邀请进群;预约日期;备注说明",
                "11月21日;旗舰店;138-0013-8000;接通;200;A2;Y;11月24日;孩子上学,周末有空",
                "11月3日;城东店;;无人接听;;C1;;;",
            ],
        ),
    ],
)
def test_text_files_follow_their_hand(dialect: Dialect, encoding: str, lines: list[str]) -> None:
    assert write(CALLS, ROWS, dialect, "标题", {}).decode(encoding).split("\r\n") == [*lines, ""]


def test_a_workbook_has_a_merged_title_real_dates_and_numbers_for_phones() -> None:
    content = write(CALLS, ROWS, WORKBOOK, "标题", {})
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("电话邀约记录表")
    rows = sheet.to_python()
    assert sheet.merged_cell_ranges == [((0, 0), (0, 8))]
    assert rows[0][0] == "标题"
    assert rows[1][:3] == ["日期(必填)", "门店(必填)", "电话\n（选填）"]
    assert rows[2][:6] == [ROWS["date"][0], "旗舰店", 13800138000.0, "接通", 200.0, "A"]
    assert rows[2][7] == date(2026, 11, 24)
    assert rows[4] == ["合计", "", "", "", "", "", "", "", 2.0]


def test_a_sheet_for_each_store_says_the_store_only_in_its_name() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(write(CALLS, ROWS, SHEETS, "标题", {})))
    assert book.sheet_names == ["旗舰店", "城东店"]
    assert book.get_sheet_by_name("旗舰店").to_python() == [
        ["时间", "手机号码", "结果", "通话秒数", "客户分类", "进群", "预约到店时间", "备注信息"],
        ["20261121", "+86 13800138000", "已接", 200.0, "A类", "有", "20261124", "孩子上学,周末有空"],
    ]


def test_a_slip_replaces_one_cell_whatever_its_type() -> None:
    slips = {("date", 1): "2062-11-20", ("phone", 0): "1.38E+10"}
    lines = write(CALLS, ROWS, replace(BOM, spelling=0), "标题", slips).decode("utf-8-sig").split("\r\n")
    assert lines[1].startswith("2026-11-21 18:05,旗舰店,1.38E+10,接通")
    assert lines[2].startswith("2062-11-20,城东店,,无人接听")


def test_a_workbook_does_not_carry_the_hour_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(write(CALLS, ROWS, WORKBOOK, "标题", {}))) as parts:
        core = parts.read("docProps/core.xml").decode()
        assert core.count("2026-01-01T00:00:00Z") == 2  # created, modified
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
