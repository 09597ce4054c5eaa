"""The stores of an evening side by side."""

from dataclasses import replace

import pandas as pd

from reports.evening import Evening
from reports.store_table import COLUMNS, store_table

FIGURES = pd.DataFrame(
    {
        "store": ["旗舰店"],
        "calls": pd.array([145], "Int32"),
        "invites": pd.array([85], "Int32"),
        "joined": pd.array([None], "Int32"),
        "visited": pd.array([3], "Int32"),
        "orders": pd.array([4], "Int32"),
        "amount_cny": [38200],
        "calls_trend": [[120, 145]],
    }
)


def test_the_store_where_fewest_passed_comes_first(two_stores: Evening) -> None:
    table = store_table(two_stores, FIGURES)
    assert list(table.columns) == list(COLUMNS)
    # 城东店: its only assistant handed in nothing. 旗舰店: two of four passed, one handed in nothing.
    assert table[["store", "passed_share", "people_missing"]].to_numpy().tolist() == [
        ["城东店", 0.0, 1],
        ["旗舰店", 0.5, 1],
    ]
    assert table["calls"].isna().tolist() == [True, False]
    assert table["calls_trend"].tolist() == [[], [120, 145]]
    # Day by day, those assessed: 徐娜 and 何娟 passed; 徐娜 of two; 周丽 "-", 徐娜 "+", 何娟 "-", 赵磊 "+"; the last
    # day 周丽 and 徐娜 of four.
    assert table["passed_trend"].tolist() == [[], [1.0, 0.5, 0.5, 0.5]]


def test_among_equals_who_misses_most_logs_and_calls_least_comes_first(two_stores: Evening) -> None:
    board = two_stores.quota_board.groupby("store").head(1).assign(passed=pd.array([False, False], "boolean"))
    stores = replace(two_stores, quota_board=board)
    figures = pd.concat([FIGURES, FIGURES.assign(store="城东店", calls=pd.array([90], "Int32"))])
    assert store_table(stores, figures)["store"].tolist() == ["城东店", "旗舰店"]  # one missing in each: 90 calls < 145
    nobody = two_stores.readiness[two_stores.readiness["store"] == "旗舰店"]
    assert store_table(replace(stores, readiness=nobody), figures)["store"].tolist() == ["旗舰店", "城东店"]


def test_a_store_where_nobody_was_assessed_has_no_share_and_comes_last(two_stores: Evening) -> None:
    board = two_stores.quota_board[two_stores.quota_board["store"] == "旗舰店"]
    table = store_table(replace(two_stores, quota_board=board), FIGURES)
    assert table["store"].tolist() == ["旗舰店", "城东店"]
    assert pd.isna(table["passed_share"].iloc[1])
