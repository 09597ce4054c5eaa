"""Columns of a frame as plain lists, with None for what is missing."""

import math
from datetime import date, datetime

import numpy as np
import pandas as pd

Number = float | None


def numbers(column: "pd.Series[float]") -> list[Number]:
    """Return a numeric column (integers, floats, nullable or decimals) as floats and None."""
    values = column.to_numpy(dtype="float64", na_value=np.nan)
    return [None if math.isnan(value) else value for value in values.tolist()]


def strings(column: "pd.Series[str]") -> list[str]:
    """Return a text column as strings, "" for what is missing."""
    return column.fillna("").astype(str).tolist()


def days(column: "pd.Series[datetime]") -> list[date]:
    """Return a column of dates, however the frame keeps them, as dates."""
    return column.to_numpy(dtype="datetime64[D]").tolist()


def present(values: list[Number]) -> list[float]:
    """Return the values that are there."""
    return [value for value in values if value is not None]
