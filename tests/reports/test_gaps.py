"""The gap in words."""

import pandas as pd
import pytest

from reports.gaps import gap, state, summed


@pytest.mark.parametrize(
    ("assistant", "judged", "words", "english"),
    [
        ("周丽", "passed", "已达标", "Passed"),
        ("徐娜", "passed", "已达标，连续 4 天", "Passed, 4 days running"),
        # 50 − 38 = 12 calls, 30 − 21 = 9 invites; both more than a tenth of the quota
        ("何娟", "below", "差 12 个电话 · 还差 9 个进群", "12 calls short · 9 invites short"),
        ("赵磊", "missing", "今天未交表", "Not handed in today"),
    ],
)
def test_each_row_of_the_board_is_judged_and_said(evening, assistant, judged, words, english):
    row = evening.quota_board.set_index("assistant").loc[assistant]
    assert state(row) == judged
    assert gap(row, "zh") == words
    assert gap(row, "en") == english


@pytest.mark.parametrize(
    ("calls", "judged"),
    [(45, "close"), (44, "below")],  # a tenth of 50 is 5: 5 short is close, 6 are not
)
def test_a_tenth_of_the_quota_is_close(evening, calls, judged):
    row = evening.quota_board.iloc[0].copy()
    row["calls"], row["passed"] = calls, False
    assert state(row) == judged


def test_one_log_of_two_is_named_and_is_not_zero(evening):
    row = evening.quota_board.iloc[2].copy()
    row["calls"] = pd.NA
    assert gap(row, "zh") == "电话表未交 · 还差 9 个进群"
    assert state(row) == "below"


def test_a_store_is_the_sum_of_its_assistants_and_a_store_without_logs_has_no_sum(two_stores):
    rows = summed(two_stores.quota_board).set_index("store")
    # 52 + 55 + 38 calls; 24 + 33 + 30 + 33 invites asked; 2 of 4 passed
    assert rows.loc["旗舰店", ["calls", "invite_quota", "people", "people_passed"]].tolist() == [145, 120, 4, 2]
    assert pd.isna(rows.loc["城东店", "calls"])
    assert rows.loc["城东店", "state"] == "missing"
