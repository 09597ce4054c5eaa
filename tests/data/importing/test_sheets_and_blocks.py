"""Several tables in one file, what stands around them, and where a table's store comes from."""

import pytest

from data.refusal import Refused
from tests.data.books import book_of
from tests.data.importing.forms import CALLS, calls


def test_workbook_of_several_sheets_is_one_import(bring, figures, take_back, everything):
    before = everything()
    sheets = {
        "旗舰店电话邀约": "日期,导购,电话\n2026-11-21,周丽,13800138001\n",
        "万象店电话邀约": "日期,导购,电话\n2026-11-21,何娟,13800138001\n坏,何娟,\n",
        "人员表": "门店,姓名,导购,岗位,入职日期\n旗舰店,,周丽,店长,2025-03-01\n",
        "说明": "请,每,天,填\n",
    }
    done = bring(book_of(sheets), "日报.xlsx")
    both = ("旗舰店", "万象店")
    assert [tuple(row.values()) for row in figures("calls", both, "store, assistant")] == [
        ("万象店", "何娟"),
        ("旗舰店", "周丽"),
    ]
    assert figures("staff", both)[0]["role"] == "manager"
    assert [(row["sheet"], row["row_no"]) for row in figures("refused_rows", both)] == [("万象店电话邀约", 3)]
    assert figures("uploads", both)[0]["kinds"] == ["calls", "staff"]
    take_back(done)
    kept = {"daily", "handed_in", "live_slices", "customer_map", "staff_current"}
    assert {name: rows for name, rows in everything().items() if name in kept} == {
        name: rows for name, rows in before.items() if name in kept
    }


def test_sheet_that_is_no_log_is_skipped_with_its_reason(prepared):
    log = "日期,门店,导购,电话,通话结果\n2026-11-21,旗舰店,周丽,13800138001,接通\n"
    found = prepared(book_of({"电话": log, "库存": "商品,数量,单价\n椅子,3,80\n"}), "日报.xlsx")
    assert (len(found.tables), found.rows, found.refused) == (1, 1, 0)
    assert found.skipped["库存"].reason == "recognising.unknown_kind"


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        ("日期,导购,电话,通话结果\n2026-11-21,周丽,13800138001,接通\n", "旗舰店_1121.csv", {}),
        ("旗舰店电话邀约记录表,,,\n日期,导购,电话,通话结果\n2026-11-21,周丽,13800138001,接通\n", "表.csv", {}),
        ("日期,导购,电话,通话结果\n2026-11-21,周丽,13800138001,接通\n", "万象店.csv", {"store_name": " 旗舰店 "}),
    ],
)
def test_store_comes_from_the_file_the_title_row_or_the_upload(bring, figures, content, name, said):
    bring(content, name, **said)
    assert [row["store"] for row in figures("calls")] == ["旗舰店"]


def test_file_that_names_no_store_is_refused(bring):
    with pytest.raises(Refused) as caught:
        bring("日期,导购,电话,通话结果\n2026-11-21,周丽,13800138001,接通\n")
    assert caught.value.reason == "importing.no_store"
    assert "请在上传时选门店" in caught.value.sentence("zh")


def test_blocks_under_titles_of_their_own_are_tables_of_their_own(prepared):
    blocks = "旗舰店\n日期,导购,电话,通话结果\n2026-11-21,周丽,13800138001,接通\n"
    blocks += "万象店\n日期,导购,电话,通话结果\n2026-11-21,何娟,13800138002,接通\n"
    assert [(table.store, table.cleaned.rows.num_rows) for table in prepared(blocks, "两店.csv").tables] == [
        ("旗舰店", 1),
        ("万象店", 1),
    ]


@pytest.mark.parametrize("store_name", [None, "旗舰店"])
def test_blocks_that_only_repeat_the_header_are_refused_where_no_column_names_the_store(prepared, store_name):
    block = "日期,导购,电话,通话结果\n2026-11-21,周丽,13800138001,接通\n"
    said = {"store_name": store_name} if store_name else {}
    with pytest.raises(Refused) as caught:
        prepared(block * 2, "两店.csv", **said)
    assert caught.value.reason == "importing.several_blocks"
    assert "“两店.csv”第 3 行" in caught.value.sentence("zh")
    assert "row 3 of “两店.csv”" in caught.value.sentence("en")


def test_header_on_every_printed_page_is_left_out_where_a_column_names_the_store(prepared):
    row = "2026-11-21,旗舰店,周丽,李,13800138001,,接通,是"
    found = prepared(calls(row, CALLS.strip(), row))
    assert (found.rows, found.refused, found.tables[0].table.left_out) == (2, 0, {"header": (3,)})


def test_remark_beside_the_table_of_a_workbook_is_ignored(prepared):
    sheet = calls("2026-11-21,旗舰店,周丽,李,13800138001,,接通,是,问过店长")
    found = prepared(book_of({"表": sheet}), "表.xlsx")
    assert (found.rows, found.refused) == (1, 0)
