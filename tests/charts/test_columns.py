from datetime import date, datetime
from decimal import Decimal

import pandas as pd
import pytest

from charts.columns import days, numbers, present, strings


@pytest.mark.parametrize(
    "column",
    [
        pd.Series([52, pd.NA, 0], dtype="Int64"),
        pd.Series([52.0, float("nan"), 0.0]),
        pd.Series([52, None, 0], dtype="object"),
        pd.Series([Decimal(52), None, Decimal(0)], dtype="object"),
    ],
    ids=["nullable", "float", "object", "decimal"],
)
def test_numbers_keep_zero_and_missing_apart(column: "pd.Series[float]") -> None:
    assert numbers(column) == [52.0, None, 0.0]


def test_present_leaves_out_what_is_missing_but_not_zero() -> None:
    assert present([None, 0.0, 3.0]) == [0.0, 3.0]


def test_strings_are_empty_where_text_is_missing() -> None:
    assert strings(pd.Series(["周丽", None], dtype="str")) == ["周丽", ""]
    assert strings(pd.Series([None, None], dtype="object")) == ["", ""]


@pytest.mark.parametrize(
    "column",
    [pd.Series(pd.to_datetime(["2026-11-21"])), pd.Series([date(2026, 11, 21)], dtype="object")],
    ids=["timestamps", "dates"],
)
def test_days_are_dates_however_the_frame_keeps_them(column: "pd.Series[datetime]") -> None:
    assert days(column) == [date(2026, 11, 21)]
