"""Refused rows go home as a workbook."""

from io import BytesIO

import openpyxl
import pandas as pd

from reports.refused import refused_workbook

ROWS = pd.DataFrame(
    {
        "table_no": [0, 0, 1],
        "sheet": ["", "", "城东店"],
        "row_no": [7, 9, 3],
        "header": [["日期", "电话"], ["日期", "电话"], ["日期"]],
        "cells": [["2062-01-01", "13800138000"], ["11-21", "1.38E+10"], ["=1+1"]],
        "problems": [
            [{"header": "日期", "cell": "2062-01-01", "problem": "date_future"}],
            [{"header": "电话", "cell": "1.38E+10", "problem": "phone_rounded"}],
            [{"header": "日期", "cell": "=1+1", "problem": "date_unreadable"}],
        ],
    }
)


def test_each_table_has_a_sheet_with_row_numbers_reasons_and_the_original_cells():
    book = openpyxl.load_workbook(BytesIO(refused_workbook(ROWS, batch=12, file="旗舰店.csv")))
    first, second = book.worksheets
    assert (first.title, second.title) == ("表1", "城东店")
    assert first["A1"].value.startswith("第 12 批拒收的行（旗舰店.csv）：")
    assert [cell.value for cell in first[2]] == ["原行号", "问题", "Problem", "日期", "电话"]
    assert first["A3"].value == 7
    assert first["B3"].value == "日期“2062-01-01”：日期太晚了，请核对年份"
    assert first["E4"].value == "1.38E+10"


def test_a_cell_never_comes_back_as_a_formula():
    second = openpyxl.load_workbook(BytesIO(refused_workbook(ROWS, batch=12, file="旗舰店.csv"))).worksheets[1]
    assert second["D3"].value == "'=1+1"
    assert second["D3"].data_type == "s"
