"""A workbook's cell as text, the way a person sees it in the sheet."""

import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

Cell = int | float | bool | time | date | datetime | timedelta

_HOUR: Final = 3600


def cell_text(cell: Cell) -> str | None:
    """Return a cell that isn't text as text, None for one that holds no number.

    Whole numbers have no ".0" and none has an exponent (13800138000), dates are ISO (2026-11-21 18:05:00),
    durations H:MM:SS, booleans "true" and "false".
    """
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return _number(cell)
    if isinstance(cell, timedelta):
        return _duration(cell)
    if isinstance(cell, datetime | time):
        return str(cell.replace(microsecond=0))
    return str(cell)


def _number(number: float) -> str | None:
    if not math.isfinite(number):
        return None
    if number == int(number):
        return str(int(number))
    # A sheet keeps 15 digits: what lies beyond is noise of binary sums (1234.5600000000002).
    text = repr(float(f"{number:.15g}"))
    return format(Decimal(text), "f") if "e" in text else text


def _duration(duration: timedelta) -> str:
    seconds = int(duration.total_seconds())
    sign, seconds = ("-" if seconds < 0 else ""), abs(seconds)
    return f"{sign}{seconds // _HOUR}:{seconds // 60 % 60:02}:{seconds % 60:02}"
