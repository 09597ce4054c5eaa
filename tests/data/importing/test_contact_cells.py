"""Phones and WeChat ids as forms write them."""

import pytest

from data.importing.cells import Cell
from tests.data.importing.reading_cells import read


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
