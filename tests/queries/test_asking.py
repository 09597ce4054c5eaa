"""Answers as frames."""

from datetime import date
from decimal import Decimal

import pandas as pd

from queries import frame, meeting

DAY = date(2026, 11, 21)


def test_missing_figures_do_not_turn_the_others_into_floats(shop) -> None:
    shop.rule("reward_pass", "0.10")
    shop.employ("B")
    for name in ("A", "C", "D"):
        shop.hand_in(21, name)
    board = meeting.quota_board(shop.store, ["S"], DAY)
    assert board["calls"].dtype == pd.Int32Dtype()
    assert board["passed"].dtype == pd.BooleanDtype()
    assert board["calls"].tolist() == [50, pd.NA, 50, 50]
    assert board["reward_cny"].sum() == Decimal("0.30")


def test_days_and_moments_are_of_one_kind(shop) -> None:
    shop.hand_in(21, "A")
    age = frame.data_age(shop.store, ["S"])
    assert all(pd.api.types.is_datetime64_any_dtype(age[name]) for name in ("last_day", "received_at"))


def test_an_unknown_store_is_no_rows_not_an_error(shop) -> None:
    shop.hand_in(21, "A")
    assert meeting.quota_board(shop.store, ["Nowhere"], DAY).empty
