"""Delimiters, line ends, quotes and row numbers of text files."""

import pytest

HEADER = ("日期", "门店", "电话")
ROWS = [("2026-11-21", "旗舰店", "13800138000"), ("2026-11-22", "万象店", "13900139000")]


def lines(delimiter: str, line_end: str) -> str:
    return "".join(delimiter.join(row) + line_end for row in [HEADER, *ROWS])


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_delimiter_and_line_end_are_found(read_file, cells, delimiter, line_end):
    reading = read_file(lines(delimiter, line_end).encode())
    assert reading.delimiter == delimiter
    assert reading.tables[0].header == HEADER
    assert cells(reading.tables[0]) == ROWS
    assert reading.tables[0].rows["row_no"].to_pylist() == [2, 3]


def test_mixed_line_ends_are_read(read_table, cells):
    table = read_table("日期,门店,电话\r\n2026-11-21,旗舰店,13800138000\r2026-11-22,万象店,13900139000\n")
    assert cells(table) == ROWS


def test_commas_inside_notes_do_not_make_the_comma_the_delimiter(read_file):
    unknown = "序号;内容;甲;乙\n1;先,后,再;x;y\n2;好;x;y\n3;一,二;x;y\n"
    assert read_file(unknown.encode()).delimiter == ";"


def test_known_header_decides_the_delimiter_of_ragged_rows(read_file):
    ragged = "日期|门店|备注\n2026-11-21|旗舰店\n2026-11-22\n" + "2026-11-23|旗舰店|a,b\n" * 5
    assert read_file(ragged.encode()).delimiter == "|"


def test_full_width_comma_separates_nothing(read_table, cells):
    assert cells(read_table("日期,门店,备注\n2026-11-21,旗舰店,好，再约\n")) == [("2026-11-21", "旗舰店", "好，再约")]


def test_line_feed_inside_quotes_stays_in_its_cell_and_adds_no_row(read_table, cells):
    table = read_table('日期,门店,备注\n2026-11-21,旗舰店,"一\n二"\n2026-11-22,旗舰店,"说""好"""\n')
    assert cells(table) == [("2026-11-21", "旗舰店", "一\n二"), ("2026-11-22", "旗舰店", '说"好"')]
    assert table.rows["row_no"].to_pylist() == [2, 3]


def test_blank_lines_count_as_rows_but_are_not_passed_on(read_table):
    table = read_table("\n日期,门店,电话\n\n2026-11-21,旗舰店,1\n,,\n  , ,\n2026-11-22,旗舰店,2\n\n")
    assert table.header_row == 2
    assert table.rows["row_no"].to_pylist() == [4, 7]


def test_inch_sign_inside_a_cell_stays(read_table, cells):
    assert cells(read_table('日期,门店,产品\n2026-11-21,旗舰店,55" 电视\n'))[0][2] == '55" 电视'


def test_quote_at_the_start_of_a_cell_of_the_last_line_swallows_nothing(read_table, cells):
    assert cells(read_table('日期,门店,备注\n2026-11-21,旗舰店,"好'))[0][2] == '"好'


def test_row_wider_than_any_log_is_refused_with_its_row(refusal):
    refused = refusal(("日期,门店,电话\n" + "," * 5000 + "x\n").encode())
    assert refused.reason == "reading.too_many_columns"
    assert refused.details["row"] == 2
