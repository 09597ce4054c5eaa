"""Title, header, data, totals and footnotes of a table."""

import pyarrow as pa
import pytest


def test_title_rows_above_the_header_become_the_preamble(read_table, cells):
    table = read_table("电话邀约记录表,,\n门店：旗舰店,,日期：2026-11-21\n\n日期,导购,电话\n2026-11-21,周丽,1\n")
    assert table.preamble == ("电话邀约记录表", "门店：旗舰店 日期：2026-11-21")
    assert (table.header, table.header_row) == (("日期", "导购", "电话"), 4)
    assert cells(table) == [("2026-11-21", "周丽", "1")]


def test_row_with_most_known_headers_wins_over_an_earlier_one(read_table):
    table = read_table("门店,导购,旗舰店\n日期,导购,电话\n2026-11-21,周丽,1\n")
    assert table.header_row == 2


def test_unknown_header_is_found_by_its_shape(read_table, cells):
    table = read_table("库存一览,,\n货号,颜色,件数\nA1,红,3\nA2,蓝,4\n")
    assert (table.header, table.header_row) == (("货号", "颜色", "件数"), 2)
    assert cells(table) == [("A1", "红", "3"), ("A2", "蓝", "4")]


def test_file_without_header_keeps_every_row(read_table, cells):
    table = read_table("2026-11-21,张三,138\n2026-11-22,李四,139\n甲,乙,丙\n")
    assert (table.header, table.header_row, table.preamble) == (("", "", ""), 0, ())
    assert len(cells(table)) == 3


def test_header_without_rows_gives_a_table_without_rows(read_table):
    table = read_table("日期,门店,电话\n")
    assert table.rows.num_rows == 0
    assert table.rows.schema.equals(
        pa.schema([("c0", pa.string()), ("c1", pa.string()), ("c2", pa.string()), ("row_no", pa.int32())])
    )


def test_missing_cells_are_null_and_extra_cells_get_a_column_without_header(read_table, cells):
    table = read_table("日期,门店,电话\n2026-11-21\n2026-11-22,旗舰店,1,多,\n")
    assert table.header == ("日期", "门店", "电话", "")
    assert cells(table) == [("2026-11-21", None, None, None), ("2026-11-22", "旗舰店", "1", "多")]


def test_empty_column_is_dropped_only_without_header(read_table, cells):
    table = read_table("日期,,门店,电话,\n2026-11-21,,旗舰店,,\n2026-11-22, ,旗舰店,,\n")
    assert table.header == ("日期", "门店", "电话")
    assert cells(table) == [("2026-11-21", "旗舰店", None), ("2026-11-22", "旗舰店", None)]


@pytest.mark.parametrize(
    "totals",
    [
        "合计,,120",
        "合 计,,120",
        "总计：,,",
        "小计:,120,80%",
        ",合计,1,234",
        "共计120,,",
        "Total,,¥1200.50",
        "总合计,-,3人",
        "合计,1234.5,20000000",
        "人均,,60",
        "平均：,,60",
    ],
)
def test_totals_are_left_out_and_listed(read_table, cells, totals):
    table = read_table(f"日期,导购,电话,备注\n2026-11-21,周丽,1,\n{totals}\n")
    assert len(cells(table)) == 1
    assert table.left_out == {"totals": (3,)}


def test_subtotals_between_the_data_are_left_out_too(read_table):
    table = read_table(
        "日期,导购,电话\n2026-11-21,周丽,1\n小计,,1\n2026-11-22,周丽,2\n小计,,1\n合计,,2\n制表人：王芳,,\n"
    )
    assert table.rows["row_no"].to_pylist() == [2, 4]
    assert table.left_out == {"totals": (3, 5, 6), "footnote": (7,)}


@pytest.mark.parametrize(
    "footnote",
    [
        "制表人：王芳,,",
        "说明,,",
        "注：以上为当日数据,,",
        "制表人：王芳,审核：李静,日期：2026-11-30",
        "本表由各门店每天晚上六点前填写完毕,,",
    ],
)
def test_footnotes_are_left_out_and_listed(read_table, cells, footnote):
    table = read_table(f"日期,导购,电话\n2026-11-21,周丽,1\n\n{footnote}\n")
    assert len(cells(table)) == 1
    assert table.left_out == {"footnote": (4,)}


@pytest.mark.parametrize(
    "data",
    [
        *("合计,周丽,1", "合计,,13800138000", "总计,2026-11-21,5", "合计数据员,,1", "2026-11-21,合计,3"),
        *(",李女士,", ",,13800138000", "2026-11-22,,", "微信：13800138000,,", ",,客户说下周再来看看先不要打扰她"),
    ],
)
def test_row_that_could_be_data_is_kept_even_beside_a_totals_word_or_as_a_single_cell(read_table, cells, data):
    table = read_table(f"日期,导购,电话\n2026-11-21,周丽,1\n{data}\n")
    assert len(cells(table)) == 2
    assert table.left_out == {}


def test_note_above_the_last_row_of_data_is_kept(read_table, cells):
    table = read_table("日期,导购,电话\n2026-11-21,周丽,1\n说明：下午补录,,\n2026-11-21,周丽,2\n")
    assert len(cells(table)) == 3


def test_table_of_two_columns_has_no_footnotes(read_table, cells):
    table = read_table("导购,备注\n周丽,好\n说明：王芳,\n")
    assert len(cells(table)) == 2


def test_header_that_stands_there_again_is_left_out_and_listed(read_table, cells):
    table = read_table("日期,导购,,电话\n2026-11-21,周丽,,1\n日期,导购,,电话\n2026-11-21,周丽,,2\n日期,导购,,手机\n")
    assert table.left_out == {"header": (3,)}
    assert [row[-1] for row in cells(table)] == ["1", "2", "手机"]


def test_header_again_as_the_last_row_before_a_footnote_is_left_out(read_table):
    table = read_table("日期：,导购：,电话：\n2026-11-21,周丽,1\n日期：,导购：,电话：\n制表人：王芳,,\n")
    assert table.left_out == {"header": (3,), "footnote": (4,)}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1,2,3", "numbering"),
        ("①,②,③", "numbering"),
        ("（年/月/日）,,选填", "units"),
        ("示例：2026-11-01,张三,13800138000", "example"),
        ("2026-11-01,张三,（例）", "example"),
    ],
)
def test_row_below_the_header_that_guides_who_fills_it_in_is_left_out_and_listed(read_table, cells, row, reason):
    table = read_table(f"日期,导购,电话\n{row}\n2026-11-21,周丽,1\n")
    assert cells(table) == [("2026-11-21", "周丽", "1")]
    assert table.left_out == {reason: (2,)}


@pytest.mark.parametrize("text", ["日期,导购,电话\n2026-11-21,周丽,1\n1,2,3\n", "甲,乙,丙\n1,2,3\n4,5,6\n"])
def test_numbers_elsewhere_or_below_an_unknown_header_are_data(read_table, cells, text):
    table = read_table(text)
    assert (len(cells(table)), table.left_out) == (2, {})


def test_remark_behind_an_empty_column_is_a_note_and_no_cell(read_table, cells):
    table = read_table("日期,导购,电话,,\n2026-11-21,周丽,1,,补录\n2026-11-22,周丽,2,,\n,,,,见另表\n")
    assert cells(table) == [("2026-11-21", "周丽", "1"), ("2026-11-22", "周丽", "2")]
    assert table.notes == ("补录", "见另表")


def test_two_row_header_is_left_out_where_it_stands_again(read_table):
    header = "日期,导购,客户情况,\n,,姓名,电话\n"
    table = read_table(f"{header}2026-11-21,周丽,李,1\n{header}2026-11-22,周丽,王,2\n")
    assert (table.header, table.header_row) == (("日期", "导购", "姓名", "电话"), 2)
    assert table.left_out == {"header": (4, 5)}
    assert table.rows["row_no"].to_pylist() == [3, 6]


def test_numbered_rows_nobody_filled_in_are_left_out_also_above_the_totals(read_table, cells):
    table = read_table(
        "序号,日期,导购,电话\n1,2026-11-21,周丽,1\n2,,,\n3,2026-11-22,周丽,2\n4,,,\n合计,,,2\n填表人：王芳,,,\n"
    )
    assert [row[0] for row in cells(table)] == ["1", "3"]
    assert table.left_out == {"totals": (6,), "footnote": (7,), "unfilled": (3, 5)}
