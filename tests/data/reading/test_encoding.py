"""Which encoding a text file is read in."""

import codecs

import pytest

TEXT = "日期,门店,电话\n2026-11-21,旗舰店,13800138000\n"
ROW = ("2026-11-21", "旗舰店", "13800138000")


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("gb18030"), "gb18030"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_encoding_is_found_from_the_bytes(read_file, cells, content, encoding):
    reading = read_file(content)
    assert reading.encoding == encoding
    assert reading.tables[0].header == ("日期", "门店", "电话")
    assert cells(reading.tables[0]) == [ROW]


def test_one_chinese_cell_among_thousands_of_figures_is_enough_for_gbk(read_file, cells):
    content = ("日期,门店,电话\n" + "2026-11-21,1,13800138000\n" * 5000 + "2026-11-21,旗舰店,1\n").encode("gbk")
    reading = read_file(content)
    assert reading.encoding == "gb18030"
    assert cells(reading.tables[0])[-1] == ("2026-11-21", "旗舰店", "1")


def test_given_encoding_overrides_what_the_bytes_say(read_file, cells):
    content = "日期,门店,电话\n2026-11-21,門市,1\n".encode("big5", errors="replace")
    reading = read_file(content, encoding="big5")
    assert reading.encoding == "big5"
    assert cells(reading.tables[0]) == [("2026-11-21", "門市", "1")]


def test_given_encoding_that_does_not_fit_is_refused(refusal):
    assert refusal(TEXT.encode("gbk"), encoding="utf-8").reason == "reading.wrong_encoding"
    assert refusal(TEXT.encode(), encoding="no-such-encoding").reason == "reading.wrong_encoding"


def test_bytes_that_are_no_text_are_refused_with_their_line(refusal):
    broken = TEXT.encode() + "2026-11-21,旗舰".encode() + b"\xff\xff,1\n"
    refused = refusal(broken)
    assert refused.reason == "reading.unknown_encoding"
    assert refused.details["line"] == 3
