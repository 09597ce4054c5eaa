"""Which days are weekends, holidays and days worked in their place, and what each counts for a target.

China's public holidays and swapped working days as the State Council announces them each November for the year to come;
the package ``holidays`` holds them. A year not yet announced has its holidays, but no swaps.
"""

from datetime import date
from fractions import Fraction
from functools import cache
from typing import Final

import holidays
import pandas as pd

SATURDAY: Final = 6


@cache
def kind_of(day: date) -> str:
    """Return what China's calendar says of a day: "holiday", "weekend" or "weekday"."""
    china = holidays.country_holidays("CN", years=day.year)
    if day in china:
        return "holiday"
    return "weekend" if day.isoweekday() >= SATURDAY and day not in china.weekend_workdays else "weekday"


def weighted(work: pd.DataFrame) -> pd.DataFrame:
    """Return ``work``, which answers ``targets/work_days``, with ``weight`` (an exact Fraction) and ``day_kind``.

    The store's own calendar wins ("own"), then holidays, then weekends; a weekday counts 1.
    """
    kinds = [kind_of(day.date()) for day in work["day"]]
    rules = {"holiday": work["holiday_weight"], "weekend": work["weekend_weight"]}
    own = work["own_weight"].notna()
    weights = [
        Fraction(work["own_weight"].iloc[place])
        if has_own
        else Fraction(rules[kind].iloc[place])
        if kind in rules
        else Fraction(1)
        for place, (kind, has_own) in enumerate(zip(kinds, own, strict=True))
    ]
    said = ["own" if has_own else kind for kind, has_own in zip(kinds, own, strict=True)]
    names = ["store", "assistant", "day"]
    return work[names].assign(weight=pd.Series(weights, index=work.index, dtype=object), day_kind=said)
