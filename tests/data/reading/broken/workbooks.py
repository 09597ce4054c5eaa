"""Workbooks as shops keep them, each written by a function that shows what is odd about it."""

import io
from collections.abc import Callable
from datetime import date
from typing import Final

import xlsxwriter
import xlwt
from xlsxwriter.worksheet import Worksheet

from tests.data.reading.broken.expected import HEADER, ROWS, SOUND, Broken

_NAMES: Final = HEADER.strip().split(",")
_LINES: Final = [line.split(",") for line in ROWS.splitlines()]
_MERGED: Final = SOUND.replace("2026-11-22", "2026-11-21").replace("王芳", "周丽")


def _book(*sheets: Callable[[Worksheet], object]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        for fill in sheets:
            fill(book.add_worksheet())
    return content.getvalue()


def _sound(sheet: Worksheet, top: int = 0, left: int = 0) -> None:
    for number, row in enumerate([_NAMES, *_LINES], start=top):
        sheet.write_row(number, left, row)


def _two_row_header_merged(sheet: Worksheet) -> None:
    for position, name in enumerate(_NAMES[:3]):
        sheet.merge_range(0, position, 1, position, name)
    sheet.merge_range(0, 3, 0, 5, "客户情况")
    sheet.write_row(1, 3, _NAMES[3:])
    for number, row in enumerate(_LINES, start=2):
        sheet.write_row(number, 0, row)


def _same_words_under_merged_groups(sheet: Worksheet) -> None:
    sheet.merge_range("A1:H1", "邀约跟进表")
    for position, name in enumerate(["日期", "门店", "导购", "电话"]):
        sheet.merge_range(1, position, 2, position, name)
    sheet.merge_range("E2:F2", "进群")
    sheet.merge_range("G2:H2", "到店")
    sheet.write_row("E3", ["是否", "日期", "是否", "日期"])
    sheet.write_row("A4", ["2026-11-21", "旗舰店", "周丽", "13800138001", "是", "2026-11-22", "否"])


def _date_store_and_assistant_merged(sheet: Worksheet) -> None:
    _sound(sheet)
    for position in range(3):
        sheet.merge_range(1, position, 2, position, _LINES[0][position])


def _amount_merged(sheet: Worksheet) -> None:
    sheet.write_row(0, 0, ["日期", "导购", "产品", "金额"])
    sheet.write_row(1, 0, ["2026-11-21", "周丽", "沙发"])
    sheet.write_row(2, 0, ["2026-11-21", "周丽", "茶几"])
    sheet.merge_range(1, 3, 2, 3, 9800)


def _merged_over_blank_rows(sheet: Worksheet) -> None:
    _date_store_and_assistant_merged(sheet)
    sheet.merge_range(3, 0, 9, 0, "2026-11-23")
    sheet.write_row(3, 1, ["旗舰店", "周丽", "赵", "13700137003", "忙"])


def _typed_cells(sheet: Worksheet) -> None:
    sheet.write_row(0, 0, _NAMES)
    for number, row in enumerate(_LINES, start=1):
        sheet.write_row(number, 0, row)
        sheet.write_datetime(number, 0, date.fromisoformat(row[0]), None)
        sheet.write_number(number, 4, float(row[4]))


def _remark_two_columns_right(sheet: Worksheet) -> None:
    _sound(sheet)
    sheet.write("H2", "周三补录")


def _remark_merged_beside(sheet: Worksheet) -> None:
    _sound(sheet)
    sheet.merge_range("H2:I3", "周三补录")


def _other_table_in_another_row(sheet: Worksheet) -> None:
    _sound(sheet, top=3)
    sheet.write_row("I1", ["导购", "岗位", "入职日期"])
    sheet.write_row("I2", ["周丽", "导购", "2025-03-01"])


def _hidden(sheet: Worksheet) -> None:
    _sound(sheet)
    sheet.hide()


def _old_with_merged_dates() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("记录")
    for number, row in enumerate([_NAMES, *_LINES]):
        for position, cell in enumerate(row):
            if number == 0 or position > 2:
                sheet.write(number, position, cell)
    for position in range(3):
        sheet.write_merge(1, 2, position, position, _LINES[0][position])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


FILES: Final = {
    "two_row_header_merged.xlsx": Broken(_book(_two_row_header_merged)),
    "same_words_under_merged_groups.xlsx": Broken(
        _book(_same_words_under_merged_groups),
        "日期,门店,导购,电话,是否进群,进群日期,是否到店,到店日期\n2026-11-21,旗舰店,周丽,13800138001,是,2026-11-22,否,\n",
    ),
    "date_store_and_assistant_merged.xlsx": Broken(_book(_date_store_and_assistant_merged), _MERGED),
    "date_store_and_assistant_merged.xls": Broken(_old_with_merged_dates(), _MERGED),
    "amount_merged.xlsx": Broken(
        _book(_amount_merged), "日期,导购,产品,金额\n2026-11-21,周丽,沙发,9800\n2026-11-21,周丽,茶几,\n"
    ),
    "date_merged_over_blank_rows.xlsx": Broken(
        _book(_merged_over_blank_rows), _MERGED + "2026-11-23,旗舰店,周丽,赵,13700137003,忙\n"
    ),
    "dates_as_day_numbers_and_phones_as_numbers.xlsx": Broken(
        _book(_typed_cells), SOUND.replace("2026-11-21", "46347").replace("2026-11-22", "46348")
    ),
    "table_in_the_middle_of_the_sheet.xlsx": Broken(_book(lambda sheet: _sound(sheet, top=7, left=4))),
    "remark_two_columns_right.xlsx": Broken(_book(_remark_two_columns_right)),
    "remark_merged_beside_the_table.xlsx": Broken(_book(_remark_merged_beside)),
    "other_table_to_the_right_in_another_row.xlsx": Broken(
        _book(_other_table_in_another_row), SOUND + "\n导购,岗位,入职日期\n周丽,导购,2025-03-01\n"
    ),
    "empty_sheet_before_the_log.xlsx": Broken(_book(lambda sheet: sheet.write("A1", " "), _sound)),
    "log_on_a_hidden_sheet.xlsx": Broken(_book(lambda sheet: sheet.write("A1", " "), _hidden)),
    "workbook_named_csv.csv": Broken(_book(_sound)),
}
