"""Merged cells: what fills the rows below, and what is a title, a total or a remark."""

import openpyxl

from tests.data.reading.books import HEADER, xlsx


def test_merged_title_totals_and_footnote_are_no_data(read_file, cells):
    def fill(workbook: openpyxl.Workbook) -> None:
        sheet = workbook.active
        sheet.title = "旗舰店"
        sheet["B2"] = "电话邀约记录表"
        sheet.merge_cells("B2:E2")
        rows = [HEADER, ["2026-11-21", "周丽", 13800138000, None], [], ["合计", None, 1, None], ["制表人：王芳"]]
        for number, row in enumerate(rows, start=4):
            for position, value in enumerate(row, start=2):
                sheet.cell(number, position, value)

    (table,) = read_file(xlsx(fill), "表.xlsx").tables
    assert table.sheet == "旗舰店"
    assert table.preamble == ("电话邀约记录表",)
    assert (table.header, table.header_row) == (tuple(HEADER), 4)
    assert cells(table) == [("2026-11-21", "周丽", "13800138000", None)]
    assert table.rows["row_no"].to_pylist() == [5]
    assert table.left_out == {"totals": (7,), "footnote": (8,)}


def test_cells_merged_downwards_are_filled_and_the_rows_are_told(read_file, cells):
    def fill(workbook: openpyxl.Workbook) -> None:
        rows = (HEADER, ["2026-11-21", "周丽", 1], [None, "王芳", 2], ["合计", None, 2], ["2026-11-22", "周丽", 3])
        for row in rows:
            workbook.active.append(row)
        workbook.active.merge_cells("A2:A3")

    (table,) = read_file(xlsx(fill), "表.xlsx").tables
    assert [row[0] for row in cells(table)] == ["2026-11-21", "2026-11-21", "2026-11-22"]
    assert table.filled == {"merged": (3,)}


def test_merged_amount_is_not_given_to_every_row(read_file, cells):
    def fill(workbook: openpyxl.Workbook) -> None:
        for row in (["日期", "导购", "金额"], ["2026-11-21", "周丽", 9800], ["2026-11-21", "周丽", None]):
            workbook.active.append(row)
        workbook.active.merge_cells("C2:C3")

    (table,) = read_file(xlsx(fill), "表.xlsx").tables
    assert [row[2] for row in cells(table)] == ["9800", None]
    assert table.filled == {}


def test_cells_merged_among_totals_and_beside_the_table_fill_no_row(read_file, cells):
    def fill(workbook: openpyxl.Workbook) -> None:
        for row in (HEADER, ["2026-11-21", "周丽", 1], [None, "小计", 1], ["2026-11-22", "周丽", 2]):
            workbook.active.append(row)
        workbook.active.merge_cells("A2:A3")
        workbook.active["G2"] = "周三补录"
        workbook.active.merge_cells("G2:H4")

    (table,) = read_file(xlsx(fill), "表.xlsx").tables
    assert cells(table) == [("2026-11-21", "周丽", "1", None), ("2026-11-22", "周丽", "2", None)]
    assert (table.left_out, table.filled, table.notes) == ({"totals": (3,)}, {}, ("周三补录",))
