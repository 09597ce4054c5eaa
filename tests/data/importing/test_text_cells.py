"""Names and free text as forms write them, and what is dropped of any cell."""

import pytest

from data.importing.cells import Cell
from data.importing.folding import folded
from tests.data.importing.reading_cells import read


def test_text_is_trimmed_collapsed_and_folded_but_never_otherwise_altered():
    assert read("text", "\u3000 李女士　（ＶＩＰ）\n二楼 ") == Cell("李女士 (VIP) 二楼")
    assert read("text", "O'Brien é 𠮷") == Cell("O'Brien é 𠮷")


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
