"""What stands above a table or apart from its dates becomes part of its rows."""

from datetime import date, datetime

import pyarrow as pa

from data.importing.cleaning import clean
from data.importing.completing import completed
from data.importing.contents import Known
from data.importing.correcting import NOTHING_SAID
from data.importing.recognising import recognise
from data.reading import Table


def whole(header, *rows, stated=None):
    names = [f"c{place}" for place in range(len(header))]
    columns = [pa.array(cells, "string") for cells in zip(*rows, strict=True)]
    body = pa.table([*columns, pa.array(range(3, 3 + len(rows)), "int32")], names=[*names, "row_no"])
    table = Table("", header, 2, (), body, {}, stated=stated or {})
    return completed(table, recognise(table, (), NOTHING_SAID, Known(), date(2026, 11, 21)))


def test_what_is_stated_stands_in_front_of_every_row():
    table, recognised = whole(
        ("客户姓名", "电话", "通话结果", ""),
        ("李", "13800138001", "接通", None),
        ("王", "13800138002", "忙", "多余"),
        stated={"导购": "周丽", "日期": "11月21日"},
    )
    assert table.header == ("导购", "日期", "客户姓名", "电话", "通话结果", "")
    assert table.rows.to_pylist()[1] == {
        "c0": "周丽",
        "c1": "11月21日",
        "c2": "王",
        "c3": "13800138002",
        "c4": "忙",
        "c5": "多余",
        "row_no": 4,
    }
    assert recognised.columns == {"assistant": 0, "date": 1, "customer": 2, "phone": 3, "outcome": 4}


def test_times_of_day_are_joined_to_their_days():
    table, _ = whole(
        ("日期", "导购", "通话结果", "时间"),
        ("2026-11-21", "周丽", "接通", "18:05"),
        ("11月21日", "周丽", "接通", "下午6点"),
        ("2026-11-21", "周丽", "忙", None),
        ("2026-11-21 17:00", "周丽", "忙", "18:05"),
        (None, "周丽", "忙", "18:05"),
    )
    assert table.rows["c0"].to_pylist() == [
        "2026-11-21 18:05",
        "11月21日 下午6点",
        "2026-11-21",
        "2026-11-21 17:00",
        None,
    ]


def test_joined_times_are_stored_with_their_days(prepared):
    content = "日期,时间,门店,导购,客户,电话,通话结果\n2026/11/20,下午6:05,旗舰店,周丽,李,13800138001,接通\n"
    (row,) = prepared(content).tables[0].cleaned.rows.to_pylist()
    assert (row["day"], row["moment"]) == (date(2026, 11, 20), datetime(2026, 11, 20, 18, 5))


def test_row_with_more_cells_than_the_header_is_refused_below_a_stated_line_too():
    table, recognised = whole(
        ("客户姓名", "通话结果", "", ""),
        ("李", "接通", None, None),
        ("王", "忙", "再打", None),
        stated={"导购": "周丽", "日期": "11月21日"},
    )
    cleaned = clean(table, recognised, store="旗舰店", received=datetime(2026, 11, 21, 20, 0), secret="x")
    assert cleaned.rows["customer"].to_pylist() == ["李"]
    assert [row["cells"] for row in cleaned.rejects.to_pylist()] == [["周丽", "11月21日", "王", "忙", "再打", None]]
