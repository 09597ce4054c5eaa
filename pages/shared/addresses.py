"""What pages keep in their address by themselves, in codes that are the same in every language."""

from collections.abc import Collection
from typing import Final, NoReturn

import streamlit as st

ROWS: Final = "records/rows.py"
CUSTOMER: Final = "customers/customer.py"
KEYS: Final = 2**64


def from_address(name: str, options: Collection[str], default: str) -> str:
    """Return what the address says for ``name``, if it is one of ``options``, and let the widget NAME_chosen say it."""
    asked = st.query_params.get(name, default)
    code = asked if asked in options else default
    st.session_state[f"{name}_chosen"] = code
    return code


def to_address(name: str) -> None:
    """Write what the widget NAME_chosen says into the address."""
    st.query_params[name] = st.session_state[f"{name}_chosen"]


def link_to_rows(figure: str, label: str, assistant: str | None = None) -> None:
    """Draw the way to the rows behind a figure; the filter bar stays as it is, but for an ``assistant``."""
    where = {"figure": figure} | ({"assistant": assistant} if assistant else {})
    st.page_link(ROWS, label=label, icon=":material/manage_search:", help="", query_params=where)


def open_customer(customer: int) -> NoReturn:
    """Go to the page of one customer; the filter bar stays as it is."""
    st.switch_page(CUSTOMER, query_params={"customer": str(customer)})


def link_to_customer(customer: int, label: str) -> None:
    """Draw the way to the page of one customer; the filter bar stays as it is."""
    st.page_link(CUSTOMER, label=label, icon=":material/person:", help="", query_params={"customer": str(customer)})


def asked_customer() -> int | None:
    """Return the customer that the address asks for; 0, nobody's key, where it says something else."""
    asked = st.query_params.get("customer")
    if asked is None:
        return None
    return int(asked) if asked.isascii() and asked.isdecimal() and int(asked) < KEYS else 0


def forget_customer() -> None:
    """Take the customer out of the address."""
    st.query_params.pop("customer", None)
