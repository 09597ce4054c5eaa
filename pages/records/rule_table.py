"""The rules in force, and what has been changed."""

from datetime import date
from itertools import zip_longest

import pandas as pd
import streamlit as st

from data.rule_catalogue import RULES
from data.rules import ALL_STORES, ALWAYS
from pages.records.rule_words import GROUPS, label, since_in_words, store_in_words, value_in_words
from pages.shared.tables import show
from pages.shared.texts import t

Line = tuple[str, str | None, str, pd.Timestamp]  # name, value, store, valid_from


def valid_value(in_force: pd.DataFrame, name: str, store: str = ALL_STORES) -> tuple[str, str, pd.Timestamp]:
    """Return what holds for ``store``: the value, the stores it was set for, and its first day."""
    rows = in_force[(in_force["name"] == name) & in_force["store"].isin([ALL_STORES, store])]
    if rows.empty:
        return RULES[name].default, ALL_STORES, pd.Timestamp(ALWAYS)
    row = rows.sort_values("store").iloc[-1]
    return str(row["value"]), str(row["store"]), row["valid_from"]


def rules_in_words(in_force: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return the rules of each group: name, value, valid_from and store, all in words."""
    return {
        group: _in_words([line for name in names for line in _lines(in_force, name)]) for group, names in GROUPS.items()
    }


def rule_tables(tables: dict[str, pd.DataFrame]) -> None:
    """Draw the groups, two beside each other."""
    groups = list(GROUPS)
    for pair in zip_longest(groups[::2], groups[1::2]):
        for place, group in zip(st.columns(2, gap="small"), filter(None, pair), strict=False):
            with place.container(border=True, height="stretch"):
                st.markdown(f"**{t(f'rules.page.groups.{group}')}**")
                show(tables[group], t("rules.page.table_alt"))


def changes_in_words(changes: pd.DataFrame) -> pd.DataFrame:
    """Return what somebody has changed, the newest first, in words; what was shipped is left out."""
    made = changes[changes["valid_from"] > pd.Timestamp(ALWAYS)]
    words = _in_words(_said(made))
    words.insert(0, "set_at", made["set_at"].to_list())
    return words


def coming(changes: pd.DataFrame, today: date) -> int:
    """Return how many changes have a first day after ``today``."""
    return int((changes["valid_from"] > pd.Timestamp(today)).sum())


def _lines(in_force: pd.DataFrame, name: str) -> list[Line]:
    own = in_force[(in_force["name"] == name) & (in_force["store"] != ALL_STORES)]
    return [(name, *valid_value(in_force, name)), *_said(own)]


def _said(rows: pd.DataFrame) -> list[Line]:
    return list(zip(rows["name"], rows["value"], rows["store"], rows["valid_from"], strict=True))


def _in_words(lines: list[Line]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            (
                label(name),
                value_in_words(name, None if pd.isna(value) else value),
                since_in_words(valid_from),
                store_in_words(store),
            )
            for name, value, store, valid_from in lines
        ],
        columns=["name", "value", "valid_from", "store"],
    )
