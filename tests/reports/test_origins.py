"""How a quota came about, in words."""

import pandas as pd
import pytest

from reports.origins import origin

PLAIN = {
    "call_quota": 50,
    "call_quota_from": "default",
    "invite_quota": 30,
    "invite_quota_from": "default",
    "base_invite_quota": 30,
    "visits_agreed": 0,
    "relief": 0,
    "extra": 0,
    "released_in_store": 0,
    "sharers": 3,
}


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({}, "进群 30"),
        ({"invite_quota_from": "store"}, "进群按门店规则 30"),
        ({"invite_quota": 20, "invite_quota_from": "tasks"}, "进群按晨会任务 20"),
        ({"call_quota": 40, "call_quota_from": "tasks"}, "进群 30 · 电话按晨会任务 40"),
        ({"invite_quota": 24, "relief": 6, "visits_agreed": 2}, "30 − 6 = 24（约到店 2 位）"),
        (
            {"invite_quota": 33, "extra": 3, "released_in_store": 6, "sharers": 2},
            "30 + 3 = 33（店里减下 6 个，2 人分担）",
        ),
    ],
)
def test_every_way_to_a_quota_has_its_words(row, words):
    assert origin(pd.Series(PLAIN | row), "zh") == words
