"""Whatever separates, quotes and escapes the cells, and text that was never meant to be a table."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

HEADER = ("日期", "门店", "备注")
ROWS = [("2026-11-21", "旗舰店", "好"), ("2026-11-22", "万象店", "再约")]
CELL = st.text("ab中文，,;\t|\"'\n\r .", max_size=8)


@pytest.mark.parametrize("delimiter", ["，", "；", "、", "~", "^", " ", "   "])
def test_rare_delimiter_is_found(read_table, cells, delimiter):
    table = read_table("".join(delimiter.join(row) + "\n" for row in [HEADER, *ROWS]))
    assert table.header == HEADER
    assert cells(table) == ROWS


def test_date_and_time_between_spaces_are_one_cell(read_table, cells):
    table = read_table("日期 门店 导购 电话\n2026-11-21 18:05 旗舰店 王芳 1\n2026-11-22 09:10:00 旗舰店 王芳 2\n")
    assert cells(table)[0] == ("2026-11-21 18:05", "旗舰店", "王芳", "1")


def test_full_width_comma_in_notes_does_not_beat_a_known_header(read_file):
    assert read_file("日期;门店;备注\n2026-11-21;旗舰店;好，好，好\n".encode()).delimiter == ";"


@pytest.mark.parametrize("line", ["sep=;", '"sep=;"', "SEP=;\r"])
def test_line_that_names_the_separator_is_no_row(read_table, cells, line):
    table = read_table(f"{line}\n甲;乙,丙\n1;2,5\n")
    assert (table.header, table.header_row) == (("甲", "乙,丙"), 1)
    assert cells(table) == [("1", "2,5")]


@pytest.mark.parametrize(("quote", "closing"), [("'", "'"), ("“", "”")])
def test_other_quotes_are_taken_off(read_table, cells, quote, closing):
    rows = [HEADER, ("2026-11-21", "旗舰店", "好,再约")]
    table = read_table("".join(",".join(f"{quote}{cell}{closing}" for cell in row) + "\n" for row in rows))
    assert table.header == HEADER
    assert cells(table) == rows[1:]


def test_apostrophe_that_marks_text_is_no_quote(read_table, cells):
    assert cells(read_table("日期,门店,电话\n2026-11-21,旗舰店,'138\n"))[0][2] == "'138"


def test_lines_quoted_as_a_whole_are_unpacked_and_told(read_file, cells):
    reading = read_file('"日期,门店,备注"\n"2026-11-21,旗舰店,""好,再约"""\n'.encode())
    assert reading.tables[0].header == HEADER
    assert cells(reading.tables[0]) == [("2026-11-21", "旗舰店", "好,再约")]
    assert reading.mended == {"unwrapped": (1, 2)}


def test_end_of_file_mark_of_dos_is_dropped(read_table, cells):
    assert cells(read_table("日期,门店,备注\r\n2026-11-21,旗舰店,好\r\n\x1a")) == ROWS[:1]


@settings(deadline=None)
@given(
    rows=st.lists(st.tuples(st.just("2026-11-21"), CELL, CELL), min_size=1, max_size=8),
    delimiter=st.sampled_from(",;\t|"),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]),
    style=st.sampled_from([('"', csv.QUOTE_MINIMAL), ('"', csv.QUOTE_ALL), ("'", csv.QUOTE_ALL)]),
)
def test_table_written_in_any_dialect_comes_back(read_file, cells, *, rows, delimiter, line_end, encoding, style):
    written = io.StringIO()
    quote, quoting = style
    if quoting == csv.QUOTE_MINIMAL:  # the writer quotes only the line ends it writes itself
        rows = [[cell.translate({10: " ", 13: " "}) for cell in row] for row in rows]
    writer = csv.writer(written, delimiter=delimiter, lineterminator=line_end, quotechar=quote, quoting=quoting)
    writer.writerows([HEADER, *rows])
    reading = read_file(written.getvalue().encode(encoding))
    (table,) = reading.tables
    assert (table.header, reading.delimiter, reading.mended) == (HEADER, delimiter, {})
    assert cells(table) == [tuple(cell if cell.strip() else None for cell in row) for row in rows]


@settings(deadline=None)
@given(rows=st.lists(st.tuples(st.just("2026-11-21"), CELL, CELL), max_size=8), delimiter=st.sampled_from(",;\t|"))
def test_table_with_backslashes_before_its_quotes_comes_back(read_file, cells, rows, delimiter):
    rows = [("2026-11-21", "旗舰店", '说"好"了'), *rows]
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL, doublequote=False, escapechar="\\")
    writer.writerows([HEADER, *rows])
    (table,) = read_file(written.getvalue().encode()).tables
    assert cells(table) == [tuple(cell if cell.strip() else None for cell in row) for row in rows]


LOG4J = """2026-11-21 18:05:00,123 INFO  [main] com.shop.Server - started, listening on 8501
2026-11-21 18:05:01,004 WARN  [worker-1] com.shop.Store - slow
2026-11-21 18:05:02,950 ERROR [main] com.shop.Store - disk "full", retrying
"""
LISTING = """total 24
drwxr-xr-x  4 anna staff   128 Nov 21 18:05 charts
-rw-r--r--  1 anna staff 10240 Nov 21 18:05 my notes, old.txt
-rw-r--r--  1 anna staff     7 Nov 21 18:05 a.csv
"""


def test_log_of_a_server_is_a_table_with_all_its_words(read_table, cells):
    table = read_table(LOG4J)
    text = "".join(cell for row in [table.preamble, table.header, *cells(table)] for cell in row if cell)
    assert [word for word in LOG4J.replace(",", " ").split() if word not in text] == []


def test_listing_of_a_folder_is_cut_at_its_spaces(read_file, cells):
    reading = read_file(LISTING.encode())
    (table,) = reading.tables
    assert reading.delimiter == " "
    assert cells(table)[-2][4:] == ("10240", "Nov", "21", "18:05", "my notes, old.txt")
    assert cells(table)[-1][8] == "a.csv"


def test_list_of_one_column_is_a_table_of_one(read_table, cells):
    table = read_table("张三\n李四\n王 五\n")
    assert [row[0] for row in cells(table)][-2:] == ["李四", "王 五"]
    assert table.rows.num_columns == 2


def test_european_decimal_commas_stay_in_their_cells(read_file, cells):
    reading = read_file("Kunde;Betrag;Ort\nMüller;1.234,50;Köln\nGroß;7,5;Zürich\n".encode())
    assert reading.delimiter == ";"
    assert cells(reading.tables[0]) == [("Müller", "1.234,50", "Köln"), ("Groß", "7,5", "Zürich")]
