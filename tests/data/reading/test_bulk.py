"""Reading in bulk gives what reading record by record gives, or nothing."""

import csv
import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.reading.bulk import read_in_bulk
from data.reading.delimiter import find_dialect
from data.reading.dialect import Dialect, Shape
from data.reading.layout import lay_out
from data.reading.text import read_by_record
from data.refusal import Refused

ALPHABET = "ab1中é,;\t|\"'\\#\n\r \u3000\u2028\x00\x0b\x85-"


def agree(text: str, known_header) -> bool:
    """Whether ``text`` could be read in bulk; fails when the two ways differ."""
    content = text.encode()
    dialect, shape = find_dialect(content, known_header)
    bulk = read_in_bulk(content, dialect, shape)
    if bulk is None:
        return False
    grid, mended = read_by_record(content, dialect, shape, "")
    assert lay_out("", bulk[0], known_header) == lay_out("", grid, known_header)
    assert bulk[1] == mended.pop("padded", ())
    assert mended == {}
    return True


@settings(deadline=None)
@given(text=st.text(ALPHABET, max_size=60))
@example(text='a,"b\nc",d\ne,f,g\n')
@example(text="a,b\n1,2,\n")
@example(text="a,b\n1,2,3\n")
@example(text='a,b\n"",""\n')
@example(text='a,b\n"x" ,1\n')
def test_any_text_is_read_alike(known_header, text):
    agree(text, known_header)


@settings(deadline=None)
@example(rows=[["", ""], ["", "", "1"]], delimiter=",", line_end="\n", quoting=csv.QUOTE_MINIMAL)
@given(
    rows=st.lists(st.lists(st.text(ALPHABET, max_size=6), min_size=1, max_size=5), min_size=1, max_size=8),
    delimiter=st.sampled_from(",;\t|"),
    line_end=st.sampled_from(["\n", "\r\n"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
)
def test_any_written_table_is_read_alike(known_header, rows, delimiter, line_end, quoting):
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator=line_end, quoting=quoting).writerows(rows)
    try:
        agree(written.getvalue(), known_header)
    except Refused as refused:
        pytest.fail(refused.reason)


@pytest.mark.parametrize(
    "text",
    [
        "日期,门店,电话\n2026-11-21,旗舰店,1\n",
        "日期,门店,电话\r\n2026-11-21,旗舰店,1\r\n2026-11-22",
        '日期,门店,备注\n2026-11-21,"旗舰,店","一\n二"\n2026-11-22,"说""好""",\n',
    ],
)
def test_regular_text_is_read_in_bulk(known_header, text):
    assert agree(text, known_header)


@pytest.mark.parametrize(
    "text",
    [
        "日期,门店\r2026-11-21,旗舰店\r",
        "日期,门店\r\n2026-11-21,旗舰店\n2026-11-22,旗舰店\n",
        "日期,门店\n\n2026-11-21,旗舰店\n",
        '日期,产品\n2026-11-21,55" 电视\n',
        "日期\n2026-11-21\n",
    ],
)
def test_irregular_text_is_left_to_be_read_by_record(known_header, text):
    assert not agree(text, known_header)


def test_large_file_keeps_every_row_in_order(known_header):
    text = "日期,门店,电话\n" + "".join(f"2026-11-21,旗舰店,{number}\n" for number in range(200_000))
    grid, short = read_in_bulk(text.encode(), Dialect(","), Shape(width=3, widest=3))
    assert short == ()
    assert grid["c2"].to_pylist()[1:] == [str(number) for number in range(200_000)]
    assert grid["row_no"].to_pylist() == list(range(1, 200_002))
