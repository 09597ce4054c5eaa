"""Yes and no, grades and choices as forms write them."""

import pytest

from data.importing.cells import Cell
from data.importing.words import deed_cell
from data.logs import LOGS
from tests.data.importing.reading_cells import read


@pytest.mark.parametrize(
    ("kind", "value", "texts"),
    [
        ("bool", "true", "是 有 √ ✓ ✔ ☑ Y y ＹＥＳ yes true TRUE 1 已 已进群 已加 同意 同意进群 可以 OK 对"),
        (
            "bool",
            "false",
            "否 无 × ✗ ✘ x N n no NO false 0 未 未进群 不 不同意 没 没有 没进 拒绝 拒绝进群 已拒绝 已退群",
        ),
        ("bool", None, "/ - — -- 空 none N/A 待定 未知 不详 不确定"),
        ("on_leave", "true", "休 休假 请假 休息 年假 事假 病假 调休 是 √"),
        ("on_leave", "false", "上班 出勤 在岗 否 不休"),
        ("on_leave", None, "待定 /"),
        ("open", "true", "营业 正常营业 开门 是 √"),
        ("open", "false", "停业 歇业 店休 休息 不营业 关门 否 ×"),
        ("choice", "connected", "已接听 接听 通了 Y ✓ true 1 对"),
        ("choice", "no_answer", "未接听 没接 无人 N ✗ false 0"),
        ("choice", "busy", "在忙"),
    ],
)
def test_everyday_words_for_yes_no_and_unknown_for_leave_and_for_the_outcome_of_a_call(kind, value, texts):
    assert {text: read(kind, text) for text in texts.split()} == {text: Cell(value) for text in texts.split()}


@pytest.mark.parametrize(
    ("kind", "column", "yes", "no"),
    [
        ("invites", "closed", "成交 已成交", "未成交 没成交"),
        ("invites", "joined_group", "进群", "未进群"),
        ("leads", "valid", "有效", "无效 无效客资"),
        ("visits", "gift_only", "礼品进店", "不是"),
    ],
)
def test_yes_may_be_told_by_the_deed_that_the_header_asks_for(kind, column, yes, no):
    read_deed = deed_cell(LOGS[kind].column(column))
    assert {read_deed(text) for text in yes.split()} == {Cell("true")}
    assert {read_deed(text) for text in no.split()} == {Cell("false")}


@pytest.mark.parametrize("text", ["考虑", "2", "已同意但未进群", "是否"])
def test_bool_that_is_neither_is_refused(text):
    assert read("bool", text) == Cell(problem="bool_unknown")


@pytest.mark.parametrize(
    ("text", "value", "repaired"),
    [
        ("A", "A", False),
        ("a类", "A", False),
        ("A类客户", "A", False),
        ("B级", "B", False),
        ("B2", "B2", False),
        ("b 2", "B2", False),
        ("Ｃ", "C", False),
        ("D４", "D4", False),
        ("A+", "A1", True),
        ("A-", "A3", True),
        ("Ａ＋类", "A1", True),
        ("无", None, False),
    ],
)
def test_spellings_of_a_grade(text, value, repaired):
    assert read("grade", text) == Cell(value, repaired=repaired)


@pytest.mark.parametrize("text", ["E", "A5", "AB", "优", "A++", "1"])
def test_grade_that_is_none_is_refused(text):
    assert read("grade", text) == Cell(problem="grade_unknown")


@pytest.mark.parametrize(
    ("word", "spellings"),
    [(word, (word, *spellings)) for word, spellings in LOGS["calls"].column("outcome").choices.items()],
)
def test_every_spelling_of_a_choice_is_its_word(word, spellings):
    assert {read("choice", spelling).value for spelling in spellings} == {word}


def test_choice_ignores_case_width_and_spaces_and_keeps_a_word_it_does_not_know():
    assert read("choice", "ＢＵＳＹ") == read("choice", "占 线") == Cell("busy")
    assert read("choice", "打不通") == Cell("other", word="打不通", repaired=True)
    assert read("choice", "无") == Cell()
