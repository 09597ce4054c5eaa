"""What the cells of a form say, type by type."""

import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.importing.cells import Cell
from data.importing.folding import folded
from data.importing.words import BY_NAME, BY_TYPE, choice_cell, deed_cell
from data.logs import LOGS

OUTCOME = choice_cell(LOGS["calls"].column("outcome"))
READERS = {**BY_TYPE, **BY_NAME, "choice": OUTCOME}

# Letters that forms and the readers' patterns are made of, so that generated cells nearly fit.
LETTERS = (
    string.digits
    + "０９１３８५-—–/.:,·'()（）+*×xXeEnNaA ABCDabcdＡ类级客户是否有无已未不没"
    + "同意拒绝√✓✗yY¥￥元万微信号上时分秒个次合计休假\u3000\u00a0\u200b\ufe0f\t\n"
)
CELLS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=14),
    st.text(min_size=1, max_size=10),
    st.from_regex(r"(\+86|0086)?[ -]?1[3-9][0-9]{1}[ -]?[0-9]{4}[ .-]?[0-9]{4}(\.0)?", fullmatch=True),
    st.from_regex(r"[(¥-]?[0-9,]{1,14}(\.[0-9]{0,3})?[万元)]?", fullmatch=True),
    st.from_regex(r"[0-9]{0,12}[:时分秒]?[0-9]{0,3}[:分秒]?[0-9]{0,3}[秒]?", fullmatch=True).filter(bool),
)


def read(kind: str, text: str) -> Cell:
    return READERS[kind](folded(text))


@pytest.mark.parametrize(
    "text",
    [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "138.0013.8000",
        "１３８００１３８０００",
        "+8613800138000",
        "+86 138 0013 8000",
        "0086-138-0013-8000",
        "8613800138000",
        "'13800138000",
        "13800138000.0",
        "\u200b13800138000\n",
    ],
)
def test_spellings_of_one_mobile_are_one_phone(text):
    cell = read("phone", text)
    assert (cell.value, cell.word, cell.problem) == ("13800138000", "valid", None)


@pytest.mark.parametrize(
    ("text", "value", "word"),
    [
        ("0755-12345678", "075512345678", "valid"),
        ("(010)12345678", "01012345678", "valid"),
        ("0312 1234567", "03121234567", "valid"),
        ("138.0013.0000", "13800130000", "valid"),
        ("12345678", "12345678", "unverified"),
        ("1380013800", "1380013800", "unverified"),
        ("12800138000", "12800138000", "unverified"),
        ("1३८००१३८०००", "1३८००१३८०००", "unverified"),
        ("13800138000/13900139000", "13800138000/13900139000", "unverified"),
        ("问店长", "问店长", "unverified"),
        ("138****1234", "138****1234", "masked"),
        ("138xxxx1234", "138xxxx1234", "masked"),
        ("１３８＊＊＊＊１２３４", "138****1234", "masked"),
    ],
)
def test_phone_is_valid_unverified_or_masked(text, value, word):
    assert read("phone", text) == Cell(value, word=word, repaired=word == "valid")


@pytest.mark.parametrize("text", ["1.38E+10", "1.38001e10", "1E+10", "１．３８Ｅ＋１０"])
def test_phone_that_excel_rounded_is_refused(text):
    assert read("phone", text) == Cell(problem="phone_rounded")


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        ("true", "是 有 √ ✓ ✔ ☑ Y y ＹＥＳ yes true TRUE 1 已 已进群 已加 同意 同意进群 可以 OK 对"),
        ("false", "否 无 × ✗ ✘ x N n no NO false 0 未 未进群 不 不同意 没 没有 没进 拒绝 拒绝进群 已拒绝 已退群"),
        (None, "/ - — -- 空 none N/A 待定 未知 不详 不确定"),
    ],
)
def test_spellings_of_yes_no_and_unknown(value, texts):
    assert {text: read("bool", text) for text in texts.split()} == {text: Cell(value) for text in texts.split()}


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
    ("text", "value", "repaired"),
    [
        ("1234", "1234.00", False),
        ("1,234.50", "1234.50", False),
        ("１，２３４．５", "1234.50", False),
        ("¥1234", "1234.00", False),
        ("￥ 1234", "1234.00", False),
        ("1234元", "1234.00", False),
        ("RMB 1234", "1234.00", False),
        ("1.2万", "12000.00", True),
        ("1.2万元", "12000.00", True),
        ("(120)", "-120.00", True),
        ("（120）", "-120.00", True),
        ("-120", "-120.00", False),
        ("0", "0.00", False),
        ("-", None, False),
    ],
)
def test_spellings_of_an_amount(text, value, repaired):
    assert read("money", text) == Cell(value, repaired=repaired)


@pytest.mark.parametrize(
    "text", ["三千", "1e5", "1_000", "NaN", "Infinity", "(-120)", "1000000000000", "12.3.4", "万", "12，元/套"]
)
def test_amount_that_is_none_is_refused(text):
    assert read("money", text) == Cell(problem="money_unreadable")


@pytest.mark.parametrize(
    ("text", "value"), [("50", "50"), ("50.0", "50"), ("1,200", "1200"), ("50个", "50"), ("007", "7"), ("无", None)]
)
def test_spellings_of_a_count(text, value):
    assert read("integer", text) == Cell(value)


@pytest.mark.parametrize("text", ["-1", "1.5", "五", "1234567890", "५"])
def test_count_that_is_none_is_refused(text):
    assert read("integer", text) == Cell(problem="integer_unreadable")


@pytest.mark.parametrize(
    ("text", "value", "repaired"),
    [
        ("200", "200", False),
        ("200.0", "200", False),
        ("200秒", "200", False),
        ("3:20", "200", False),
        ("３：２０", "200", False),
        ("0:03:20", "200", False),
        ("1:00:01", "3601", False),
        ("03:20:00", "200", True),  # typed as 3:20, taken by Excel for twenty past three
        ("3分20秒", "200", False),
        ("3分", "180", False),
        ("3分钟", "180", False),
        ("3分20", "200", False),
        ("1小时3分20秒", "3800", False),
        ("-", None, False),
    ],
)
def test_spellings_of_a_duration(text, value, repaired):
    assert read("seconds", text) == Cell(value, repaired=repaired)


@pytest.mark.parametrize("text", ["很久", "3:75", "13800138000", "99999999时", "-20"])
def test_duration_that_is_none_is_refused(text):
    assert read("seconds", text) == Cell(problem="seconds_unreadable")


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


def test_text_is_trimmed_collapsed_and_folded_but_never_otherwise_altered():
    assert read("text", "\u3000 李女士　（ＶＩＰ）\n二楼 ") == Cell("李女士 (VIP) 二楼")
    assert read("text", "O'Brien é 𠮷") == Cell("O'Brien é 𠮷")


@pytest.mark.parametrize("text", ["同号", "同上", "同手机", "同手机号", "同电话", "微信同号", "微信同手机号", "无"])
def test_wechat_that_only_points_at_the_phone_is_no_id(text):
    assert read("wechat", text) == Cell()


@pytest.mark.parametrize(
    "text",
    [
        *("是", "否", "有", "无", "√", "×", "✓", "✔\ufe0f", "1", "0", "Y", "n", "YES", "未知", "同意"),
        *("已加", "未加", "已添加", "已通过", "未通过", "待通过", "没加", "已加微信", "店长微信", "公司微信"),
    ],
)
def test_wechat_that_says_whether_it_was_added_is_no_id(text):
    assert read("wechat", text) == Cell()


@pytest.mark.parametrize("text", ["lily_88", "wxid_1", "不忘初心", "已读不回", "y1", "138", "店长小李", "有你真好"])
def test_wechat_id_or_nickname_is_kept(text):
    assert read("wechat", text) == Cell(text)


@pytest.mark.parametrize("text", ["合计", "合 计", "小计", "总计", "共计", "总合计", "人均", "平均", "平均值", "TOTAL"])
def test_assistant_that_is_a_totals_word_is_refused_as_a_total(text):
    assert read("assistant", text) == Cell(problem="total_row")


@pytest.mark.parametrize("text", ["计小平", "合计员", "平均平"])
def test_assistant_whose_name_only_looks_like_a_total_is_kept(text):
    assert read("assistant", text) == Cell(text)


@pytest.mark.parametrize("name", ["store", "assistant"])
def test_spaces_between_han_characters_of_a_name_are_dropped_and_others_kept(name):
    assert read(name, "张 三") == read(name, "张\u3000三") == Cell("张三")
    assert read(name, "Anna Li") == Cell("Anna Li")
    assert read(name, "旗舰店 A 区") == Cell("旗舰店 A 区")
    assert read("text", "张 三") == Cell("张 三")


@pytest.mark.parametrize(
    "text", ["周\u200b丽", "\u202a周丽\u202c", "\ufeff周丽", "周丽\ufe0f", "周\u2066丽\u2069", "周\xad丽", "周\u200d丽"]
)
def test_invisible_characters_are_dropped(text):
    assert folded(text) == "周丽"


@pytest.mark.parametrize(
    ("text", "plain"),
    [("'=1+1", "=1+1"), ("'+86", "+86"), ("'-5", "-5"), ("'@li", "@li"), ("'138", "138"), ("＇138", "138")],
)
def test_apostrophe_that_marks_text_is_dropped(text, plain):
    assert folded(text) == plain


@pytest.mark.parametrize("text", ["'s店", "O'Brien", "''=1"])
def test_any_other_apostrophe_is_kept(text):
    assert folded(text) == text


@pytest.mark.parametrize(
    ("value", "texts"),
    [("true", "休 休假 请假 休息 年假 事假 病假 调休 是 √"), ("false", "上班 出勤 在岗 否 不休"), (None, "待定 /")],
)
def test_spellings_of_being_on_leave(value, texts):
    assert {text: read("on_leave", text) for text in texts.split()} == {text: Cell(value) for text in texts.split()}


@pytest.mark.parametrize(
    ("word", "texts"),
    [
        ("connected", "已接听 接听 通了 Y ✓ true 1 对"),
        ("no_answer", "未接听 没接 无人 N ✗ false 0"),
        ("busy", "在忙"),
    ],
)
def test_outcome_of_a_call_in_everyday_words(word, texts):
    assert {text: read("choice", text) for text in texts.split()} == {text: Cell(word) for text in texts.split()}


@given(text=CELLS)
@example("9" * 5000)
@example("9" * 5000 + "时")
@settings(max_examples=300, deadline=None)
def test_no_cell_makes_a_reader_fail_and_a_value_read_again_is_itself(text):
    plain = folded(text)
    assert folded(plain) == plain
    for name, reader in READERS.items():
        cell = reader(plain) if plain else Cell()
        if cell.value is not None:
            again = reader(cell.value)
            assert (again.value, again.problem, again.repaired) == (cell.value, None, False), name
