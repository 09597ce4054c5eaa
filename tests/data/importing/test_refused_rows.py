"""Rows that can't be read: kept with all that helps to mend them, said in words, and taken back once corrected."""

import pytest

from data.importing import refusals
from data.refusal import Refused
from tests.data.importing.forms import CALLS, calls


def test_refused_row_is_kept_with_everything_that_helps_to_mend_it(bring, figures):
    done = bring(
        "旗舰店记录,,,,\n" + CALLS + "2026-11-21,旗舰店,周丽,李,1.38E+10,,接通,\n2026-11-21,旗舰店,周丽,王,,,接通,\n"
    )
    assert (done.rows, done.refused) == (1, 1)
    (row,) = figures("refused_rows")
    assert (row["batch_id"], row["sheet"], row["row_no"]) == (done.batch_id, "", 3)
    assert row["header"] == CALLS.strip().split(",")
    assert row["cells"] == ["2026-11-21", "旗舰店", "周丽", "李", "1.38E+10", None, "接通", None]
    assert row["problems"] == [{"header": "电话", "cell": "1.38E+10", "problem": "phone_rounded"}]
    (upload,) = figures("uploads")
    assert (upload["file_name"], upload["rows"], upload["refused"], upload["whole"]) == ("表.csv", 1, 1, True)


def test_refused_rows_are_said_in_both_languages(prepared):
    (table,) = prepared(calls("2062-11-21,旗舰店,周丽,李,1.38E+10,,接通,", "2026-11-21,旗舰店,周丽,王,,,接通,")).tables
    assert list(refusals(table, "zh")) == [
        "  第 2 行，日期“2062-11-21”：日期太晚了，请核对年份",
        "  第 2 行，电话“1.38E+10”：Excel 把号码变成了科学计数，后几位已丢失，请把该列设为文本后重新填写",
    ]
    assert next(refusals(table, "en")) == "  row 2, 日期 “2062-11-21”: this date is too far ahead; check the year"


def test_file_without_one_usable_row_is_refused_with_the_first_reason(bring, everything):
    before = everything()
    with pytest.raises(Refused) as caught:
        bring(calls("2026-11-21,旗舰店,周丽,李,1.38E+10,,,", "2026-11-21,旗舰店,周丽,李,1.39E+10,,,"), "坏.csv")
    assert caught.value.sentence("zh").startswith(
        "文件“坏.csv”里没有一行能用：2 行都有问题。第一处：第 2 行“电话”写的是“1.38E+10”"
    )
    with pytest.raises(Refused) as caught:
        bring(CALLS, "空.csv")
    assert caught.value.reason == "importing.no_data"
    assert everything() == before


def test_row_of_a_text_file_with_cells_beyond_the_header_is_refused_with_one_reason(prepared):
    good = "2026-11-21,旗舰店,周丽,李,13800138001,,接通,是"
    found = prepared(calls(good, "2026-11-21,旗舰店,周丽,李,女士,13800138002,,接通,是,", good + ",,"))
    (row,) = found.tables[0].cleaned.rejects.to_pylist()
    assert (found.rows, row["row_no"]) == (2, 3)
    assert [problem for problem in row["problems"] if problem["problem"] == "beyond_header"] == [
        {"header": "", "cell": "是", "problem": "beyond_header"}
    ]


def test_refused_rows_exported_corrected_and_brought_again_hold_the_original_cells(shop, bring, figures, corrected):
    bring(
        calls(
            "2026-11-21,旗舰店,何娟,赵,13800138009,,接通,",
            "坏,旗舰店,周丽,=1+1,+8613800138001,@lily,接通,是",
            "坏,旗舰店,周丽,-王,13800138002,-tom,未接,",
        )
    )
    bring(corrected(1), "改好.xlsx")
    assert [row["customer"] for row in figures("calls") if row["assistant"] == "周丽"] == ["-王", "=1+1"]
    with shop.reading() as cursor:
        values = cursor.execute("select value from raw.contacts order by all").fetchall()
    assert {"13800138001", "@lily", "-tom"} <= {value for (value,) in values}
