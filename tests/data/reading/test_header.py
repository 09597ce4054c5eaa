"""Which rows are the header, and what names a column whose header has several."""

import pytest

from data.reading.header import find_header
from data.reading.marks import Merge


def rows(text: str) -> list[tuple[str | None, ...]]:
    return [tuple(cell or None for cell in line.split(",")) for line in text.splitlines()]


@pytest.mark.parametrize(
    ("text", "last", "cells"),
    [
        ("日期,客户情况,\n,姓名,电话\n11-21,李,138", 1, "日期,姓名,电话"),
        ("日期,进群,,到店,\n,是否,日期,是否,日期\n11-21,是,11-22,,", 1, "日期,是否进群,进群日期,是否到店,到店日期"),
        ("表,,,\n人员,,客户,\n门店,导购,联系,\n,,电话,微信\n旗舰店,周丽,138,", 3, "门店,导购,电话,微信"),
        ("日期,导购,甲,,乙,\n,,线上,线下,线上,线下\n11-21,周丽,1,2,3,4", 1, "日期,导购,甲线上,甲线下,乙线上,乙线下"),
        ("日期,导购,备注,\n,,,补录\n11-21,周丽,好,", 0, "日期,导购,备注,"),
        ("日期,电话,方式\n11-21,138,\n,,电话", 0, "日期,电话,方式"),
        ("门店,导购,类别\n旗舰店,周丽,\n旗舰店,王芳,导购", 0, "门店,导购,类别"),
    ],
)
def test_header_of_several_rows_has_one_name_for_each_column(known_header, text, last, cells):
    header = find_header(rows(text), known_header)
    assert (header.last, ",".join(cell or "" for cell in header.cells)) == (last, cells)


def test_merged_cells_say_how_far_a_group_reaches(known_header):
    text = "日期,进群,,备注,日期\n,是否,日期,,\n11-21,是,11-22,,"
    merged = [Merge(1, 0, 2, 0), Merge(1, 1, 1, 2), Merge(1, 3, 2, 3), Merge(1, 4, 2, 4)]
    header = find_header(rows(text), known_header, merged, [1, 2, 3])
    assert (header.first, header.last) == (0, 1)
    assert header.cells == ("日期", "是否进群", "进群日期", "备注", "日期")


def test_row_of_data_with_some_known_words_is_no_header(known_header):
    assert find_header(rows("2026-11-21,旗舰店,周丽,电话,13800138001,进群"), known_header) is None


def test_unknown_header_below_titles_and_above_phones_is_found_by_its_shape(known_header):
    text = "名单,,\n十一月,,\n编号,称谓,联络\n甲1,李,13800138001\n甲2,王,13900139002"
    assert find_header(rows(text), known_header).last == 2
