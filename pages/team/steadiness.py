"""Who keeps the pace: days passed of days due."""

from typing import Final

import pandas as pd

ENOUGH: Final = 10  # days; fewer say nothing about somebody


def ranked(daily: pd.DataFrame, leave: pd.DataFrame) -> pd.DataFrame:
    """Return one row a person: store, assistant, days_passed and days_assessed, the steadiest of each store first.

    Whoever has too few days comes after the others of the store.
    """
    worked = daily.groupby(["store", "assistant"], as_index=False).agg(
        days_passed=("passed", "sum"), days_assessed=("passed", "size")
    )
    found = worked.merge(leave[["store", "assistant"]].drop_duplicates(), how="outer").fillna(0)
    found = found.assign(
        few=found["days_assessed"] < ENOUGH, steadiness=found["days_passed"] / found["days_assessed"].clip(lower=1)
    )
    order = ["store", "few", "steadiness", "days_passed", "assistant"]
    people = found.sort_values(order, ascending=[True, True, False, False, True], ignore_index=True)
    return people.astype({"days_passed": int, "days_assessed": int})
