"""One way to show customers by name: a list whose rows open the customer's page."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

from pages.shared.addresses import open_customer
from pages.shared.filters import chosen
from pages.shared.tables import Spoken, download, pick, sheet, spoken
from pages.shared.texts import plain, t
from reports.workbook import Sheet

MOST: Final = 500
UNSHOWN: Final = ("customer_key", "of_all")


@dataclass(frozen=True, eq=False)
class CustomerList:
    """Customers by name, ready to draw: made once for all sessions where it costs time."""

    title: str
    how_many: str
    keys: "list[int | None]"
    table: Spoken
    sheet: Sheet


def list_of(found: pd.DataFrame, title: str, stores: Collection[str]) -> CustomerList:
    """Return the customers of a list of ``stores``, ready to draw; see ``customer_list``."""
    table = in_short(found, stores)
    keys = [None if pd.isna(key) else int(key) for key in found["customer_key"]]
    return CustomerList(title, _how_many(found), keys, spoken(table), sheet(title, table))


def customer_list(found: pd.DataFrame, title: str, key: str) -> None:
    """Draw the customers of a list, below its title and how many they are; choosing one opens that customer's page.

    ``found``: a list of ``queries.customers``, ``queries.meeting.slipping`` or ``queries.grades.disagreements``, asked
    for at most ``MOST``. ``title`` says in words who they are, ``key`` tells the list from others on the page.
    """
    draw_list(list_of(found, title, chosen().stores), key)


def draw_list(customers: CustomerList, key: str) -> None:
    """Draw a list that is ready."""
    st.markdown(f"**{plain(customers.title)}** :gray[{customers.how_many}]")
    if not customers.keys:
        st.caption(t("customers.list_empty"))
        return
    place = pick(customers.table, t("customers.list_alt", title=customers.title), key=f"{key}_customers")
    if place is not None and (customer := customers.keys[place]) is not None:  # None: nobody knows who it was
        open_customer(customer)
    download(customers.title, [customers.sheet], {}, key=key)


def in_short(found: pd.DataFrame, stores: Collection[str]) -> pd.DataFrame:
    """Return a list as it is shown: who first, the contacts as text, no keys, and no store where one is chosen."""
    unshown = [*UNSHOWN, *(["store"] if len(stores) == 1 else [])]
    shown = found.drop(columns=unshown, errors="ignore").rename(columns={"days": "days_silent"})
    return shown.assign(contacts=[" ".join(contacts) for contacts in found["contacts"]])


def _how_many(found: pd.DataFrame) -> str:
    if found.empty:
        return t("customers.list_none")
    there = int(found["of_all"].iloc[0]) if "of_all" in found else len(found)
    if there > len(found):
        return t("customers.list_of_all", count=f"{len(found):,}", all=f"{there:,}")
    return t("customers.list_most" if there >= MOST else "customers.list_count", count=f"{there:,}")
