"""The rows behind a figure as the page shows them."""

import pandas as pd

from pages.shared.filters import Chosen
from pages.shared.tables import code_in_words
from pages.shared.texts import t


def counted(rows: pd.DataFrame) -> str:
    """Return the figure that ``rows`` come to, in words; an order's with its amount."""
    value = f"{int((rows['counted'] == 'yes').sum()):,}"
    if set(rows["figure"]) != {"orders"}:
        return value
    amount = rows.loc[rows["counted"] != "overruled", "amount_cny"].sum()
    return t("rows.orders", count=value, amount=f"{amount:,.0f}")


def left_out(rows: pd.DataFrame) -> str:
    """Return why rows add nobody, and how many do not for which reason; "" where all count."""
    others = rows.loc[rows["counted"] != "yes", "counted"].value_counts()
    reasons = [t("rows.reason", reason=code_in_words("counted", code), rows=count) for code, count in others.items()]
    return t("rows.between").join(reasons)


def by_file(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row a file: its name, when and from whom it came, how many rows stand behind, and how many count."""
    file = ["file_name", "received_at", "user_name", "batch_id"]
    found = rows.assign(counting=rows["counted"] == "yes").groupby(file, sort=False)["counting"]
    return found.agg(rows="size", counting="sum").reset_index()


def in_columns(rows: pd.DataFrame, view: Chosen) -> pd.DataFrame:
    """Return the rows without what says nothing here: the one store, the day itself, and columns without a cell."""
    table = rows.drop(columns="figure").dropna(axis="columns", how="all")
    if len(view.stores) == 1:
        table = table.drop(columns="store")
    if (table["logged_on"] == pd.Timestamp(view.last)).all():
        table = table.drop(columns="logged_on")
    return table
