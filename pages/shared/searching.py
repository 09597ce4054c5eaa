"""One way to look for a customer: by a part of the name, the end of a phone, or a WeChat id."""

import re
from collections.abc import Callable
from typing import Final

import pandas as pd
import streamlit as st

from data.importing.folding import folded
from pages.shared.answers import answer
from pages.shared.filters import chosen
from pages.shared.texts import t
from queries import customers

LONGEST: Final = 40
MANY_DIGITS: Final = re.compile(r"\d(?:[\s-]?\d){4,}")
WHOLE_PHONE: Final = 11  # digits
WECHAT: Final = re.compile(r"[A-Za-z][\w-]{5,}", re.ASCII)


def search(key: str, most: int, on_change: Callable[[], None] | None = None) -> pd.DataFrame | None:
    """Draw the search, and return the first ``most`` customers found in the chosen stores; None: nobody to show."""
    typed = st.text_input(
        t("customers.search"),
        key=key,
        placeholder=t("customers.search_hint"),
        max_chars=LONGEST,
        on_change=on_change,
        icon=":material/search:",
    )
    words = sought(typed)
    if not words:
        return None
    if len(words) < (4 if words.isdecimal() else 2):
        st.caption(t("customers.search_short"))
        return None
    found = answer(customers.found, scope=chosen().stores, words=words, most=most)
    if found.empty:
        st.caption(t("customers.found_none"))
        return None
    return found


def sought(typed: str) -> str:
    """Return what to look for: of a phone, however much of it was typed, the last four digits."""
    words = folded(typed)
    number = MANY_DIGITS.search(words)
    digits = re.sub(r"\D", "", number[0]) if number else ""
    if not digits or (WECHAT.fullmatch(words) and len(digits) < WHOLE_PHONE):
        return words
    return digits[-4:]
