"""Promises in words: against the fact, a log not handed in is not zero."""

from dataclasses import replace

import pandas as pd
import pytest

from reports.meeting_text import meeting_text
from reports.promise_words import kept_by_person, kept_by_store, kept_in_short

WHO = ["store", "assistant"]
FIGURES = ["calls", "invites", "visits", "orders"]
# 周丽 kept both, 徐娜 is 12 calls short, 何娟's logs are not in, 赵磊 only said something.
PROMISED = pd.DataFrame(
    [
        ("旗舰店", "周丽", 50, None, None, 1, None),
        ("旗舰店", "徐娜", 50, 30, None, None, "先打 A 类"),
        ("旗舰店", "何娟", None, None, 2, None, None),
        ("旗舰店", "赵磊", None, None, None, None, "明天补上"),
    ],
    columns=[*WHO, *FIGURES, "sentence"],
)
KEPT = pd.DataFrame(
    [
        ("旗舰店", "周丽", "calls", 50, 52, 0),
        ("旗舰店", "周丽", "orders", 1, 1, 0),
        ("旗舰店", "徐娜", "calls", 50, 38, 12),
        ("旗舰店", "徐娜", "invites", 30, 31, 0),
        ("旗舰店", "何娟", "visits", 2, None, None),
    ],
    columns=[*WHO, "figure", "promised", "done", "missing"],
).astype({"promised": "Int32", "done": "Int32", "missing": "Int32"})


@pytest.fixture
def promising(evening):
    return replace(evening, promised=PROMISED, kept=KEPT)


def test_what_was_not_kept_comes_first_and_says_the_gap(promising) -> None:
    assert [(line.state, line.words) for line in kept_by_person(promising, "zh")] == [
        ("below", "徐娜承诺 50 个电话，打了 38 个，差 12 个；承诺 30 个进群，邀了 31 个，做到了；说“先打 A 类”"),
        ("unsure", "何娟承诺 2 位到店，还没交表"),
        ("pass", "周丽承诺 50 个电话，打了 52 个，做到了；承诺 1 单成交，成了 1 单，做到了"),
        ("said", "赵磊说“明天补上”"),
    ]


def test_a_store_is_counted(promising) -> None:
    assert kept_in_short(promising, "zh") == "4 人承诺，1 人做到，1 人没做到，1 人没交表"
    assert [line.words for line in kept_by_store(promising, "en")] == [
        "旗舰店: 4 promised, 1 kept it, 1 did not, 1 not handed in"
    ]


def test_the_meeting_text_opens_with_them(promising) -> None:
    lines = meeting_text(promising, "zh").splitlines()
    assert lines[4] == "昨晚的承诺：4 人承诺，1 人做到，1 人没做到，1 人没交表"
    assert lines[8] == "赵磊说“明天补上”"
    assert lines[9].startswith("电话 145/200")
