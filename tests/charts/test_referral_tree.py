import numpy as np
import pandas as pd
import pytest

from charts.bringer_mix import bringer_mix
from charts.palette import LIGHT
from charts.referral_tree import referral_tree

WORDS = {"ordered": "成交", "visited": "到店没成交", "waiting": "还没来"}


@pytest.fixture
def rows() -> pd.DataFrame:
    table = [
        ("赵女士", 0, "ordered", ""),
        ("钱先生", 1, "visited", "11月3日"),
        ("孙女士", 2, "waiting", ""),
        ("<b>李", 1, "ordered", ""),
    ]
    return pd.DataFrame(table, columns=["label", "depth", "state", "note"])


def test_everybody_hangs_below_who_brought_them(rows: pd.DataFrame) -> None:
    branches, marks = referral_tree(rows, WORDS, LIGHT).data
    assert list(marks.x) == [0, 1, 2, 1]
    ends = np.array([branches.x, branches.y]).T.reshape(3, 4, 2)
    # 钱 hangs from 赵 in the first row, 孙 from 钱 in the second, 李 from 赵 again; a row is 34 px, its middle at 17.
    assert ends[:, 0].tolist() == [[0, 17], [1, 51], [0, 17]]
    assert ends[:, 2].tolist() == [[1, 51], [2, 85], [1, 119]]


def test_what_became_of_somebody_is_said_never_by_colour_alone(rows: pd.DataFrame) -> None:
    figure = referral_tree(rows, WORDS, LIGHT)
    marks = figure.data[1]
    assert list(marks.marker.symbol) == ["circle", "diamond", "circle-open", "circle"]
    assert [word in text for word, text in zip(("成交", "到店", "还没来"), marks.text, strict=False)] == [True] * 3
    assert marks.hovertext[1] == "<b>钱先生</b><br>到店没成交<br>11月3日"
    assert "&lt;b&gt;李" in marks.text[3]
    assert "还没来" in figure.layout.title.text


def test_the_brought_stand_from_ordered_to_still_to_come() -> None:
    table = [("旗舰店", "1", "赵女士", part, count) for part, count in (("ordered", 2), ("visited", 0), ("waiting", 4))]
    rows = pd.DataFrame(table, columns=["store", "assistant", "label", "part", "customers"])
    *bars, totals = bringer_mix(rows, WORDS, LIGHT).data
    assert [list(bar.x) for bar in bars] == [[2], [4]]  # a part that nobody has is left out
    assert list(totals.x) == [6]
    assert bars[1].customdata[0] == "旗舰店\n1\nwaiting"
