from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from charts.bands import GAP, ROOM, THINNEST, bands, direction, ends
from charts.flows import flows
from charts.palette import LIGHT

WORDS = {"ungraded": "未分级", "closed": "已成交", "up": "升", "down": "降", "same": "不变", "ordered": "成交"}
WORDS |= {"graded": "第一次评级"}


@pytest.fixture
def rows() -> pd.DataFrame:
    table = [
        ("B", "A", 30),
        ("A", "B", 1),
        ("A", "A", 40),
        ("A", "closed", 20),
        (None, "C", 9),
    ]  # 100 in all: of 300 px, 3 px each
    return pd.DataFrame(table, columns=["from_grade", "to_grade", "customers"])


def test_bands_are_as_thick_as_their_customers_are_many_but_never_too_thin(rows: pd.DataFrame) -> None:
    thick = {band.ends: band.thick for band in bands(rows)}
    assert thick == {
        ("A", "A"): ROOM * 0.4,
        ("A", "B"): THINNEST,  # 3 px would be
        ("A", "closed"): ROOM * 0.2,
        ("B", "A"): ROOM * 0.3,
        ("", "C"): 27,
    }


def test_no_band_lies_on_another_where_it_begins_or_ends(rows: pd.DataFrame) -> None:
    for at in ("left", "right"):
        spans = sorted((getattr(band, at), getattr(band, at) + band.thick) for band in bands(rows))
        assert all(below[0] >= above[1] for above, below in pairwise(spans))


def test_the_grades_of_a_side_add_up_their_bands_with_a_gap_between(rows: pd.DataFrame) -> None:
    a, b, ungraded = ends(bands(rows), 0)
    assert (a.grade, a.customers, a.upper, a.lower) == ("A", 61, 0, 120 + THINNEST + 60)
    assert (b.grade, b.customers, b.upper) == ("B", 30, a.lower + GAP)
    assert (ungraded.grade, ungraded.customers) == ("", 9)
    assert [(end.grade, end.customers) for end in ends(bands(rows), 1)] == [
        *(("A", 70), ("B", 1), ("C", 9), ("closed", 20)),
    ]


def test_directions() -> None:
    said = {("B", "A"): "up", ("A", "D"): "down", ("C", "C"): "same", ("D", "closed"): "ordered", ("", "B"): "graded"}
    said |= {("", ""): "same", ("", "closed"): "ordered"}
    assert {way: direction(*way) for way in said} == said


def test_every_band_has_its_count_and_can_be_hit_all_over(rows: pd.DataFrame) -> None:
    *_, counts, hits = flows(rows, WORDS, LIGHT).data
    assert [text.strip() for text in counts.text] == ["40", "1", "20", "30", "9"]
    assert set(hits.customdata) == {"A\nA", "A\nB", "A\nclosed", "B\nA", "\nC"}
    for band in bands(rows):
        down = hits.y[np.array(hits.customdata) == "\n".join(band.ends)]
        assert band.left < down[0] < band.left + band.thick
        assert max(np.diff(np.sort(down))) <= 24  # px: never far from the pointer


def test_colours_say_up_down_and_ordered_and_the_legend_names_only_what_occurs(rows: pd.DataFrame) -> None:
    figure = flows(rows, WORDS, LIGHT)
    assert all(word in figure.layout.title.text for word in ("升", "降", "不变", "成交", "第一次评级"))
    assert "降" not in flows(rows.drop(index=1), WORDS, LIGHT).layout.title.text


def test_both_sides_say_how_many(rows: pd.DataFrame) -> None:
    before, after = [trace for trace in flows(rows, WORDS, LIGHT).data if trace.mode == "text"][:2]
    assert [text.strip() for text in before.text] == ["<b>A</b> 61", "<b>B</b> 30", "<b>未分级</b> 9"]
    assert [text.strip() for text in after.text][-1] == "<b>已成交</b> 20"
