"""A newer form replaces what its slices held; where rows would be lost it needs a yes."""

from datetime import date, datetime

import pytest

from data.importing import preview
from data.refusal import Refused
from tests.data.importing.forms import NEXT_DAY, THREE, calls


def test_newer_calls_replace_the_assistants_whole_day_and_leave_the_others(bring, figures, day_of):
    bring(THREE)
    bring(calls("2026-11-21,旗舰店,周丽,钱,13800138004,,空号,", "2026-11-21,旗舰店,周丽,孙,13800138005,,接通,"))
    assert [(row["assistant"], row["customer"]) for row in figures("calls", columns="assistant, customer")] == [
        ("何娟", "赵"),
        ("周丽", "孙"),
        ("周丽", "钱"),
    ]
    day = day_of()
    assert (day["calls"], day["connected"], day["invalid_numbers"], day["invites_agreed"]) == (2, 1, 1, 0)


def test_days_and_stores_that_a_file_does_not_name_stay(bring, figures):
    bring(calls("2026-11-20,旗舰店,周丽,李,,,,", "2026-11-21,旗舰店,周丽,李,,,,", "2026-11-21,万象店,周丽,李,,,,"))
    bring(calls("2026-11-21,旗舰店,周丽,王,,,,"))
    rows = figures("calls", ("旗舰店", "万象店"), "store, day, customer")
    assert [tuple(row.values()) for row in rows] == [
        ("万象店", date(2026, 11, 21), "李"),
        ("旗舰店", date(2026, 11, 20), "李"),
        ("旗舰店", date(2026, 11, 21), "王"),
    ]


def test_day_that_would_lose_rows_needs_a_yes(shop, bring, prepared, everything, day_of):
    bring(THREE)
    before = everything()
    fewer = calls("2026-11-21,旗舰店,周丽,李,13800138001,,接通,", "2026-11-21,旗舰店,何娟,赵,13800138003,,接通,是")
    (slice_,) = preview(shop, prepared(fewer)).shrinking
    assert (slice_.whose, slice_.rows_before, slice_.rows_after) == ("周丽", 2, 1)
    with pytest.raises(Refused) as caught:
        bring(fewer, "少.csv")
    assert everything() == before
    assert caught.value.sentence("zh").startswith("文件“少.csv”会让旗舰店周丽 2026-11-21 的记录从 2 行变成 1 行")
    assert "from 2 to 1 row " in caught.value.sentence("en")
    bring(fewer, may_shrink=True)
    assert day_of()["calls"] == 1


def test_rows_that_can_not_be_read_count_as_lost(bring):
    bring(THREE)
    with pytest.raises(Refused) as caught:
        bring(THREE.replace("13800138002", "1.38E+10"))
    assert caught.value.reason == "importing.shrinks"


def test_same_bytes_twice_are_refused_and_change_nothing(shop, bring, prepared, everything):
    bring(THREE)
    before = everything()
    assert preview(shop, prepared(THREE)).already == datetime(2026, 11, 21, 19, 0)
    with pytest.raises(Refused) as caught:
        bring(THREE, "同.csv", at=NEXT_DAY)
    assert caught.value.sentence("zh") == "文件“同.csv”已在 2026-11-21 19:00 导入过，内容一模一样，没有任何改变。"
    assert "“同.csv” was imported at 2026-11-21 19:00" in caught.value.sentence("en")
    assert everything() == before
