"""The people that a chart or table is about: all, or the chosen one, under the names they go by."""

import pandas as pd


def of(assistant: str | None, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of one assistant, or all when nobody is chosen."""
    return rows if assistant is None else rows[rows["assistant"] == assistant]


def labels(people: pd.DataFrame, stores: tuple[str, ...]) -> list[str]:
    """Return each person's label for a chart: the name, and below it the store where there are several."""
    if len(stores) == 1:
        return people["assistant"].astype(str).tolist()
    return [f"{name}\n{store}" for name, store in zip(people["assistant"], people["store"], strict=True)]
