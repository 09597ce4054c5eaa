"""One way to show customers by name: a list whose rows open the customer's page."""

from typing import Final

import pandas as pd
import streamlit as st

from pages.shared.addresses import open_customer
from pages.shared.filters import chosen
from pages.shared.tables import download, pick, sheet
from pages.shared.texts import plain, t

MOST: Final = 500
UNSHOWN: Final = ("customer_key", "of_all")


def customer_list(found: pd.DataFrame, title: str, key: str) -> None:
    """Draw the customers of a list, below its title and how many they are; choosing one opens that customer's page.

    ``found``: a list of ``queries.customers``, ``queries.meeting.slipping`` or ``queries.grades.disagreements``, asked
    for at most ``MOST``. ``title`` says in words who they are, ``key`` tells the list from others on the page.
    """
    st.markdown(f"**{plain(title)}** :gray[{_how_many(found)}]")
    if found.empty:
        st.caption(t("customers.list_empty"))
        return
    table = in_short(found)
    place = pick(table, t("customers.list_alt", title=title), key=f"{key}_customers")
    if place is not None and pd.notna(customer := found["customer_key"].iloc[place]):  # null: nobody knows who it was
        open_customer(int(customer))
    download(title, [sheet(title, table)], {}, key=key)


def in_short(found: pd.DataFrame) -> pd.DataFrame:
    """Return a list as it is shown: who first, the contacts as text, no keys, and no store where one is chosen."""
    unshown = [*UNSHOWN, *(["store"] if len(chosen().stores) == 1 else [])]
    shown = found.drop(columns=unshown, errors="ignore").rename(columns={"days": "days_silent"})
    return shown.assign(contacts=[" ".join(contacts) for contacts in found["contacts"]])


def _how_many(found: pd.DataFrame) -> str:
    if found.empty:
        return t("customers.list_none")
    there = int(found["of_all"].iloc[0]) if "of_all" in found else len(found)
    if there > len(found):
        return t("customers.list_of_all", count=f"{len(found):,}", all=f"{there:,}")
    return t("customers.list_most" if there >= MOST else "customers.list_count", count=f"{there:,}")
