"""Workbooks filled cell by cell."""

from collections.abc import Callable
from typing import Any, Final

import openpyxl

from tests.data.books import saved

HEADER: Final = ["日期", "导购", "电话", "备注"]


def xlsx(fill: Callable[[openpyxl.Workbook], Any]) -> bytes:
    """Return a new workbook that ``fill`` has filled."""
    workbook = openpyxl.Workbook()
    fill(workbook)
    return saved(workbook)


def sheet_of(rows: list[list[Any]]) -> bytes:
    """Return a workbook with one sheet of the given rows."""

    def fill(workbook: openpyxl.Workbook) -> None:
        for row in rows:
            workbook.active.append(row)

    return xlsx(fill)
