import pandas as pd
import pytest

from charts.group_mix import group_mix
from charts.palette import LIGHT

WORDS = {"intent": "意向", "others": "其他", "junk": "垃圾"}


@pytest.fixture
def rows() -> pd.DataFrame:
    table = [
        ("旗舰店", "一群", "一群\n11-20 盘点", "intent", 30),
        ("旗舰店", "一群", "一群\n11-20 盘点", "junk", 2),
        ("旗舰店", "一群", "一群\n11-20 盘点", "others", 28),  # 30 + 28 + 2 = 60
        ("旗舰店", "二群", "二群\n11-20 盘点", "intent", 0),
        ("城东店", "一群", "一群\n11-19 盘点", "junk", 12),
    ]
    return pd.DataFrame(table, columns=["store", "assistant", "label", "part", "customers"])


def test_parts_stand_from_those_who_may_buy_to_junk_and_add_up(rows: pd.DataFrame) -> None:
    *bars, totals = group_mix(rows, WORDS, LIGHT).data
    assert [list(bar.x) for bar in bars] == [[30, 0, 0], [28, 0, 0], [2, 0, 12]]
    assert list(totals.x) == [60, 0, 12]
    assert [text.strip() for text in totals.text] == ["<b>60</b>", "<b>0</b>", "<b>12</b>"]


def test_buyers_are_good_and_junk_is_bad_in_colour_and_in_word(rows: pd.DataFrame) -> None:
    figure = group_mix(rows, WORDS, LIGHT)
    assert [bar.marker.color for bar in figure.data[:-1]] == [LIGHT.good, LIGHT.past, LIGHT.below]
    assert all(word in figure.layout.title.text for word in WORDS.values())


def test_a_part_says_whose_and_what_it_is_and_the_hover_says_all(rows: pd.DataFrame) -> None:
    intent, _, junk, _ = group_mix(rows, WORDS, LIGHT).data
    assert intent.customdata[0] == "旗舰店\n一群\nintent"
    assert junk.customdata[2] == "城东店\n一群\njunk"
    assert intent.hovertext[0].endswith("意向 30<br>其他 28<br>垃圾 2")
    assert list(junk.text) == ["", "", "12"]  # 2 of 60 is too slim to be written
