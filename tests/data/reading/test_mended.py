"""Records with a cell too few or too many, stray quotes, and what is told of them."""

import pytest

from data.reading import mendings

HEADER = "日期,门店,成交金额,备注\n"
FIRST = "2026-11-21,旗舰店,100,好\n"
SOUND = [("2026-11-21", "旗舰店", "100", "好")]


@pytest.mark.parametrize(
    ("line", "row", "mended"),
    [
        ("2026-11-22,旗舰店,200", ("2026-11-22", "旗舰店", "200", None), {"padded": (3,)}),
        ("2026-11-22,旗舰店,200,好,,", ("2026-11-22", "旗舰店", "200", "好"), {}),
        ("2026-11-22,旗舰店,1,234.50,好", ("2026-11-22", "旗舰店", "1,234.50", "好"), {"joined": (3,)}),
        ("2026-11-22,旗舰店,1,234,567,好", ("2026-11-22", "旗舰店", "1,234,567", "好"), {"joined": (3,)}),
        ("2026-11-22,旗舰店,200,好,再约", ("2026-11-22", "旗舰店", "200", "好,再约"), {"joined": (3,)}),
        ('2026-11-22,旗舰店,200,"好" 客户', ("2026-11-22", "旗舰店", "200", '"好" 客户'), {"stray_quote": (3,)}),
        ('2026-11-22,旗舰店,200,5" 屏', ("2026-11-22", "旗舰店", "200", '5" 屏'), {}),
        ('2026-11-22,旗舰店,200,"说"好"的"', ("2026-11-22", "旗舰店", "200", '说"好"的'), {"stray_quote": (3,)}),
        ('2026-11-22,"旗舰店,200,好', ("2026-11-22", '"旗舰店', "200", "好"), {"open_quote": (3,)}),
        ("2026-11-22,旗\0舰店,200,好", ("2026-11-22", "旗舰店", "200", "好"), {"zero_bytes": (3,)}),
    ],
)
def test_line_is_mended_and_told(read_file, cells, line, row, mended):
    reading = read_file((HEADER + FIRST + line + "\n" + FIRST).encode())
    assert cells(reading.tables[0]) == [*SOUND, row, *SOUND]
    assert reading.mended == mended
    for language in ("zh", "en"):
        assert len(mendings(reading, language)) == len(mended)


def test_surplus_that_no_number_or_note_explains_stays_beyond_the_header(read_table, cells):
    table = read_table(
        "日期,门店,备注,电话\n2026-11-21,旗舰店,好,1\n2026-11-21,旗舰店,好,再约,1\n2026-11-21,旗舰店,好,1\n"
    )
    assert cells(table)[1] == ("2026-11-21", "旗舰店", "好", "再约", "1")


def test_two_cells_of_digits_are_not_taken_for_one_amount(read_table, cells):
    table = read_table(
        "日期,门店,时长,电话\n2026-11-21,旗舰店,20,1\n2026-11-21,旗舰店,20,300,1\n2026-11-21,旗舰店,20,1\n"
    )
    assert cells(table)[1] == ("2026-11-21", "旗舰店", "20", "300", "1")


def test_quote_that_closes_only_rows_below_swallows_none(read_file, cells):
    text = HEADER + '2026-11-21,"旗舰店,1,好\n2026-11-22,旗舰店,2,好\n2026-11-23,旗舰店",3,好\n'
    reading = read_file(text.encode())
    assert [row[2] for row in cells(reading.tables[0])] == ["1", "2", "3"]
    assert reading.mended["open_quote"] == (2,)


def test_open_quote_that_leaves_no_regular_line_is_refused_with_its_row(refusal):
    refused = refusal((HEADER + FIRST + '2026-11-22,"说"好"了\n再来",2,好\n' + FIRST).encode())
    assert (refused.reason, refused.details["row"]) == ("reading.open_quote", 3)


def test_title_and_footnote_are_not_said_to_lack_cells(read_file):
    reading = read_file(("十一月电话表\n" + HEADER + FIRST * 3 + "制表人：王芳\n").encode())
    assert reading.mended == {}


def test_many_rows_are_counted_rather_than_listed(read_file):
    reading = read_file((HEADER + FIRST + "2026-11-22,旗舰店\n" * 9 + FIRST).encode())
    assert mendings(reading, "zh") == ["第 3、4、5、6、7 等 9 行少了分隔符：缺少的单元格在行末，按空白处理。"]
