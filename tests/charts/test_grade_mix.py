import pandas as pd
import pytest

from charts.grade_mix import grade_mix
from charts.palette import LIGHT

WORDS = {"ungraded": "未分级"}


@pytest.fixture
def rows() -> pd.DataFrame:
    table = [
        ("旗舰店", "周丽", "周丽", "A", 5),
        ("旗舰店", "周丽", "周丽", "A2", 3),  # A in all: 8
        ("旗舰店", "周丽", "周丽", "B", 14),
        ("旗舰店", "周丽", "周丽", None, 2),  # 8 + 14 + 2 = 24
        ("旗舰店", "徐娜", "徐娜", "D", 0),
        ("城东店", "周丽", "周丽\n城东店", "B", 1),
    ]
    return pd.DataFrame(table, columns=["store", "assistant", "label", "grade", "customers"])


def test_bars_add_up_sub_grades_and_keep_namesakes_apart(rows: pd.DataFrame) -> None:
    *bars, totals = grade_mix(rows, WORDS, LIGHT).data
    assert [list(bar.x) for bar in bars] == [[8, 0, 0], [14, 0, 1], [2, 0, 0]]
    assert list(totals.x) == [24, 0, 1]
    assert [text.strip() for text in totals.text] == ["<b>24</b>", "<b>0</b>", "<b>1</b>  B 1"]


def test_counts_carry_their_grade_and_nothing_is_written_for_none(rows: pd.DataFrame) -> None:
    a, b, ungraded, _ = grade_mix(rows, WORDS, LIGHT).data
    assert list(a.text) == ["A 8", "", ""]
    assert list(b.text) == ["B 14", "", ""]  # 1 of 24 is too slim: it is named behind the bar
    assert list(ungraded.text) == ["2", "", ""]


def test_counts_are_hidden_where_they_do_not_fit_never_turned_or_shrunk(rows: pd.DataFrame) -> None:
    figure = grade_mix(rows, WORDS, LIGHT)
    assert figure.layout.uniformtext.mode == "hide"
    assert figure.layout.uniformtext.minsize >= 14
    assert {bar.textangle for bar in figure.data[:-1]} == {0}


def test_every_name_is_shown_beside_its_bar(rows: pd.DataFrame) -> None:
    figure = grade_mix(rows, WORDS, LIGHT)
    assert [text.split("<br>")[0] for text in figure.layout.yaxis.ticktext] == [
        "<b>周丽</b>",
        "<b>徐娜</b>",
        "<b>周丽</b>",
    ]
    assert "城东店" in figure.layout.yaxis.ticktext[2]
    assert list(figure.layout.yaxis.tickvals) == list(figure.data[0].y)


def test_legend_and_hover_name_only_grades_that_occur(rows: pd.DataFrame) -> None:
    figure = grade_mix(rows, WORDS, LIGHT)
    assert all(word in figure.layout.title.text for word in (" A", " B", "未分级"))
    assert " C" not in figure.layout.title.text
    assert figure.data[0].hovertext[0] == "<b>周丽</b><br>A 8<br>B 14<br>未分级 2"


def test_a_part_says_whose_and_which_grade_it_is(rows: pd.DataFrame) -> None:
    a, _, ungraded, _ = grade_mix(rows, WORDS, LIGHT).data
    assert list(a.customdata) == ["旗舰店\n周丽\nA", "旗舰店\n徐娜\nA", "城东店\n周丽\nA"]
    assert ungraded.customdata[0] == "旗舰店\n周丽\n"
