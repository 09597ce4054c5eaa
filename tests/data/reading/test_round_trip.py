"""Whatever table is written in whatever dialect, reading gives its cells back."""

from hypothesis import given, settings
from hypothesis import strategies as st

HEADER = ["日期", "客户姓名", "备注"]
CELL = st.text("ab1中文，,;\t|\"'\n\r ", max_size=8)


@settings(deadline=None)
@given(
    rows=st.lists(st.tuples(st.just("2026-11-21"), CELL, CELL), min_size=1, max_size=10),
    delimiter=st.sampled_from(",;\t|"),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]),
    quote_all=st.booleans(),
)
def test_written_table_comes_back(read_file, cells, *, rows, delimiter, line_end, encoding, quote_all):
    def field(cell: str) -> str:
        quoted = quote_all or any(mark in cell for mark in (delimiter, '"', "\n", "\r"))
        return '"' + cell.replace('"', '""') + '"' if quoted else cell

    text = "".join(delimiter.join(map(field, row)) + line_end for row in [HEADER, *rows])
    reading = read_file(text.encode(encoding))
    assert reading.delimiter == delimiter
    (table,) = reading.tables
    assert table.header == tuple(HEADER)
    assert cells(table) == [tuple(cell if cell.strip() else None for cell in row) for row in rows]
    assert table.rows["row_no"].to_pylist() == list(range(2, len(rows) + 2))
