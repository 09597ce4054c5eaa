"""Several tables in one grid, and what belongs to which."""

from hypothesis import given, settings
from hypothesis import strategies as st

CALLS = "日期,导购,电话,通话结果\n"
ONE, TWO = "2026-11-21,周丽,13800138001,接通\n", "2026-11-22,王芳,13900139002,未接\n"
STAFF = "导购,岗位,入职日期,离职日期\n周丽,导购,2025-03-01,\n"


def test_block_under_a_title_of_its_own_is_a_table_with_this_title(read_file, cells):
    text = f"旗舰店 电话记录\n{CALLS}{ONE}合计,,1,\n\n万达店 电话记录\n{CALLS}{TWO}制表人：王芳\n"
    first, second = read_file(text.encode()).tables
    assert (first.preamble, first.place, first.left_out) == (("旗舰店 电话记录",), "A2:D3", {"totals": (4,)})
    assert (second.preamble, second.place, second.left_out) == (("万达店 电话记录",), "A7:D8", {"footnote": (9,)})
    assert cells(second) == [("2026-11-22", "王芳", "13900139002", "未接")]


def test_same_title_and_header_on_the_next_page_are_left_out(read_file):
    (table,) = read_file(f"旗舰店\n第1页\n{CALLS}{ONE}旗舰店\n第 2 页 共 2 页\n{CALLS}{TWO}".encode()).tables
    assert table.rows["row_no"].to_pylist() == [4, 8]
    assert table.left_out == {"header": (5, 6, 7)}


def test_lines_of_labels_above_each_block_state_what_holds_for_it(read_file):
    text = f"日期：11月21日,,导购：周丽,\n{CALLS}{ONE}日期：11月22日,,导购：王芳,\n{CALLS}{TWO}"
    tables = read_file(text.encode()).tables
    assert [table.stated for table in tables] == [
        {"日期": "11月21日", "导购": "周丽"},
        {"日期": "11月22日", "导购": "王芳"},
    ]


def test_other_log_below_is_found_far_down_and_without_a_gap(read_file):
    first, second = read_file((CALLS + ONE * 500 + STAFF).encode()).tables
    assert (first.rows.num_rows, second.header_row, second.rows.num_rows) == (500, 502, 1)


def test_other_log_to_the_right_is_a_table_with_its_place(read_file, cells):
    left, right = (CALLS + ONE + TWO).splitlines(), [*STAFF.splitlines(), ",,,"]
    text = "".join(f"{one},,{other}\n" for one, other in zip(left, right, strict=True))
    calls, staff = read_file(text.encode()).tables
    assert (calls.place, staff.place) == ("A1:D3", "F1:I2")
    assert cells(staff) == [("周丽", "导购", "2025-03-01", None)]


def test_table_with_an_empty_column_in_the_middle_stays_one(read_table):
    table = read_table("日期,门店,导购,,客户姓名,电话,备注\n2026-11-21,旗舰店,周丽,,李,1,好\n")
    assert table.header == ("日期", "门店", "导购", "客户姓名", "电话", "备注")
    assert table.place == "A1:G2"


def test_data_above_the_first_header_is_a_table_without_header(read_file, cells):
    bare, table = read_file((ONE + CALLS + TWO).encode()).tables
    assert (bare.header_row, bare.preamble, len(cells(bare))) == (0, (), 1)
    assert (table.header_row, table.preamble, len(cells(table))) == (2, (), 1)


def test_labels_and_values_above_the_header_are_no_data(read_file):
    (table,) = read_file(f"门店,旗舰店,日期,2026-11-21\n注：每天交\n{CALLS}{ONE}".encode()).tables
    assert table.preamble == ("门店 旗舰店 日期 2026-11-21", "注：每天交")
    assert table.stated["门店"] == "旗舰店"


HEADERS = [CALLS, STAFF.splitlines(keepends=True)[0], "日期,,客户,\n,导购,姓名,电话\n"]
RECORDS = [ONE, TWO, "11月21日,13800138001,,\n"]
OTHERS = ["旗舰店\n", "合计,,2,\n", "\n", "日期：2026-11-21,,导购：周丽,\n", "1,2,3,4\n", "示例,,,\n", "注：以上,,,\n"]
LINES = st.one_of(map(st.sampled_from, (HEADERS, RECORDS, OTHERS)))


@settings(deadline=None)
@given(lines=st.lists(LINES, min_size=1, max_size=12).filter(lambda lines: any(line.strip() for line in lines)))
def test_row_with_phone_and_date_is_data_wherever_it_stands_and_no_row_counts_twice(read_file, lines):
    text = "".join(lines)
    expected = [number for number, line in enumerate(text.splitlines(), start=1) if ",1380" in line or ",1390" in line]
    tables = read_file(text.encode()).tables
    rows = [number for table in tables for number in table.rows["row_no"].to_pylist()]
    others = [number for table in tables for numbers in table.left_out.values() for number in numbers]
    assert set(expected) <= set(rows)
    assert len({*rows, *others}) == len(rows) + len(others)
