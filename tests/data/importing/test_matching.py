"""Columns found by slips, by lines above the header, by cells, and as somebody said; never one instead of a header."""

from datetime import date

import pyarrow as pa
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from data.importing.contents import Known
from data.importing.correcting import NOTHING_SAID, Correction
from data.importing.recognising import recognise
from data.logs import LOGS
from data.reading import Table
from data.refusal import Refused

TODAY = date(2026, 11, 21)
KNOWN = Known(frozenset({"旗舰店", "万达店"}), frozenset({"周丽", "何娟"}))
CELLS = {
    "date": ("2026-11-20", "2026-11-21"),
    "store": ("旗舰店", "万达店"),
    "assistant": ("周丽", "何娟"),
    "customer": ("李女士", "王先生"),
    "phone": ("13800138001", "13800138002"),
    "outcome": ("接通", "挂断"),
    "grade": ("A1", "B"),
    "note": ("再打", "晚上"),
}
CALLS = LOGS["calls"]


def table(columns, *, stated=None, sheet=""):
    """Return the table with these headers and cells."""
    rows = [pa.array(cells, "string") for _, cells in columns]
    names = [f"c{place}" for place in range(len(rows))]
    size = len(columns[0][1])
    body = pa.table([*rows, pa.array(range(2, 2 + size), "int32")], names=[*names, "row_no"])
    header = tuple(header for header, _ in columns)
    return Table(sheet, header, 1 if any(header) else 0, (), body, {}, stated=stated or {})


def found(columns, said=NOTHING_SAID, *, hints=(), **more):
    return recognise(table(columns, **more), hints, said, KNOWN, TODAY)


def with_headers(**headers):
    return [(header, CELLS[name]) for name, header in headers.items()]


def test_cells_say_what_an_unknown_header_does_not():
    seen = found(
        with_headers(date="几号", assistant="谁", phone="号儿", outcome="咋样", grade="几类"), Correction("calls")
    )
    assert seen.columns == {"date": 0, "assistant": 1, "phone": 2, "outcome": 3, "grade": 4}
    assert set(seen.by.values()) == {"content"}
    assert seen.doubtful
    assert seen.problem is None


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("phone", ("13800138001", "2881234")),
        ("phone", ("02812345678", "02812345679")),
        ("grade", ("A", "S")),
        ("outcome", ("是", "否")),
        ("outcome", ("接通", "说不准")),
        ("date", ("45980", "45981")),
        ("assistant", ("周丽", "外人")),
    ],
)
def test_cells_that_do_not_all_tell_are_not_taken(name, cells):
    others = [("电话", CELLS["phone"])] if name != "phone" else []
    assert name not in found([("啥", cells), *others], Correction("calls")).columns


def test_two_columns_that_could_be_one_are_neither():
    seen = found([("甲", CELLS["phone"]), ("乙", CELLS["phone"])], Correction("calls"))
    assert "phone" not in seen.columns


def test_cells_never_take_a_column_from_its_header():
    seen = found(
        [*with_headers(date="日期", assistant="导购", phone="电话"), ("号儿", CELLS["phone"])], Correction("calls")
    )
    assert seen.columns["phone"] == 2
    assert seen.ignored == ("号儿",)


def test_header_of_another_log_is_not_read_by_its_cells():
    seen = found([*with_headers(date="日期", assistant="导购"), ("被推荐人电话", CELLS["phone"])], Correction("calls"))
    assert "phone" not in seen.columns


def test_line_above_the_header_gives_what_every_row_needs():
    columns = with_headers(customer="客户姓名", phone="电话", outcome="通话结果", note="备注")
    seen = found(columns, stated={"日期": "11月21日", "导购": "周丽", "天气": "晴", "客户": "李"})
    assert (seen.log, seen.problem) == (CALLS, None)
    assert seen.stated == {"date": "11月21日", "assistant": "周丽"}
    assert seen.by["date"] == "stated"


def test_header_goes_before_the_line_above_it():
    columns = with_headers(date="日期", assistant="导购", outcome="通话结果")
    assert found(columns, stated={"导购": "何娟"}).stated == {}


def test_day_and_time_of_day_apart_are_one_column():
    columns = [*with_headers(date="日期", assistant="导购", outcome="通话结果"), ("时间", ("18:05", "下午6点"))]
    seen = found(columns)
    assert (seen.problem, seen.columns["date"], seen.clocks) == (None, 0, {"date": 3})
    seen = found(columns[::-1])
    assert (seen.problem, seen.columns["date"], seen.clocks) == (None, 3, {"date": 0})


def test_two_columns_of_days_are_still_refused_until_somebody_says_which():
    columns = [*with_headers(date="日期", assistant="导购", outcome="通话结果"), ("通话日期", CELLS["date"])]
    assert found(columns).problem.reason == "recognising.two_headers"
    seen = found(columns, Correction(columns={"date": 3}))
    assert (seen.problem, seen.columns["date"], seen.by["date"]) == (None, 3, "alias")


def test_what_somebody_says_goes_before_every_guess():
    columns = with_headers(date="日期", assistant="导购", customer="客户姓名", phone="电话", outcome="通话结果")
    seen = found(columns, Correction("calls", {"note": 2, "customer": None, "phone": None}))
    assert seen.columns == {"date": 0, "assistant": 1, "outcome": 4, "note": 2}
    assert (seen.by["note"], seen.ignored) == ("operator", ("电话",))


HEADLESS = [("", CELLS[name]) for name in ("date", "assistant", "phone", "outcome")]


def test_table_without_a_header_is_taken_where_its_name_and_all_it_needs_are_sure():
    seen = found(HEADLESS, hints=("旗舰店电话邀约记录表",))
    assert (seen.log, seen.problem) == (CALLS, None)
    assert seen.columns == {"date": 0, "assistant": 1, "phone": 2, "outcome": 3}


@pytest.mark.parametrize("hints", [(), ("旗舰店",)])
def test_table_without_a_header_and_a_name_is_asked_about(hints):
    with pytest.raises(Refused) as caught:
        found(HEADLESS, hints=hints)
    assert caught.value.reason == "recognising.no_header"


def test_table_without_a_header_is_asked_about_where_a_column_is_not_sure():
    with pytest.raises(Refused) as caught:
        found([*HEADLESS, ("", CELLS["date"])], hints=("电话邀约记录表",))
    assert caught.value.reason == "recognising.no_header"
    seen = found([*HEADLESS, ("", CELLS["date"])], Correction("calls", {"date": 4}))
    assert (seen.problem, seen.columns["date"]) == (None, 4)


TEMPLATES = {
    log.kind: [(column.header, ((column.example or None),) * 2) for column in log.columns] for log in LOGS.values()
}


@given(st.data())
def test_the_order_of_columns_never_matters(data):
    kind = data.draw(st.sampled_from(list(LOGS)))
    columns = TEMPLATES[kind]
    order = data.draw(st.permutations(range(len(columns))))
    seen = found([columns[place] for place in order])
    assert (seen.log.kind, seen.problem) == (kind, None)
    assert {name: order[place] for name, place in seen.columns.items()} == {
        column.name: place for place, column in enumerate(LOGS[kind].columns)
    }


@given(st.data())
def test_one_letter_misspelt_never_makes_another_column_and_most_often_the_same(data):
    kind = data.draw(st.sampled_from(list(LOGS)))
    place = data.draw(st.sampled_from(range(len(TEMPLATES[kind]))))
    header, cells = TEMPLATES[kind][place]
    letter = data.draw(st.sampled_from(range(len(header))))
    wrong = header[:letter] + data.draw(st.sampled_from("龘靐")) + header[letter + 1 :]
    columns = [*TEMPLATES[kind][:place], (wrong, cells), *TEMPLATES[kind][place + 1 :]]
    seen = found(columns, Correction(kind))
    right = {column.name: number for number, column in enumerate(LOGS[kind].columns)}
    assert seen.columns.items() <= right.items()
    assert right.keys() - seen.columns.keys() <= {LOGS[kind].columns[place].name}
    assume(len(header) >= 4)
    assert seen.columns == right


@given(st.lists(st.sampled_from([*CELLS, "电话", "日期"]), min_size=1, max_size=6), st.data())
def test_no_guess_takes_what_a_header_names(names, data):
    headers = {"date": "日期", "assistant": "导购", "phone": "电话", "grade": "等级"}
    unknown = [
        ("".join(data.draw(st.sampled_from("甲乙丙丁")) for _ in range(3)), CELLS.get(n, ("1", "2"))) for n in names
    ]
    columns = data.draw(st.permutations([*with_headers(**headers), *unknown]))
    seen = found(columns, Correction("calls"))
    for name, header in headers.items():
        assert columns[seen.columns[name]][0] == header
        assert seen.by[name] == "alias"
