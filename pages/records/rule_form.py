"""One rule to change: which, for whom, to what, from when."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Final

import pandas as pd
import streamlit as st

from data.home import now
from data.rule_catalogue import OFF, RULES, Rule
from data.rules import ALL_STORES
from pages.records.rule_table import valid_value
from pages.records.rule_words import GROUPS, label, since_in_words, store_in_words, value_in_words
from pages.shared.texts import plain, t

STEP: Final = timedelta(minutes=5)


@dataclass(frozen=True)
class Change:
    """A rule as somebody wants it; ``value`` None takes a store's own value back, or puts the shipped one back."""

    name: str
    for_store: str
    value: str | None
    valid_from: date


def change_form(in_force: pd.DataFrame, stores: tuple[str, ...], *, one_store: bool) -> Change:
    """Draw the form and return what it says."""
    first, second, third, fourth = st.columns([3, 2, 3, 2], gap="small")
    labels = {name: label(name) for names in GROUPS.values() for name in names}
    name = first.selectbox(t("rules.page.rule"), list(labels), format_func=labels.__getitem__, key="rule_name")
    places = {store: store_in_words(store) for store in (ALL_STORES, *stores)}
    for_store = second.selectbox(
        t("rules.page.for_store"),
        list(places),
        index=1 if one_store else 0,
        format_func=places.__getitem__,
        key="rule_store",
    )
    rule = RULES[name]
    value, of, since = valid_value(in_force, name, for_store)
    words = {"value": value_in_words(name, value), "store": plain(places[of]), "since": since_in_words(since)}
    st.caption(f"{t('rules.page.now', **words)}  \n{t(f'rules.{name}.about')}")
    back = _back(rule, value, for_store, of)
    with third:
        said = _value(rule, value, f"rule_value_{name}_{for_store}_{value}", disabled=back)
    today = now().date()
    valid_from = fourth.date_input(
        t("rules.page.valid_from"), today, min_value=today, format="YYYY-MM-DD", key="rule_valid_from"
    )
    return Change(name, for_store, None if back else said, valid_from or today)


def _back(rule: Rule, value: str, for_store: str, of: str) -> bool:
    """Draw the way back where there is one."""
    if for_store != ALL_STORES:
        return of == for_store and st.toggle(t("rules.page.back_to_all"), key=f"rule_back_{rule.name}_{for_store}")
    shipped = t("rules.page.back_to_default", value=value_in_words(rule.name, rule.default))
    return value != rule.default and st.toggle(shipped, key=f"rule_back_{rule.name}")


def _value(rule: Rule, value: str, key: str, *, disabled: bool) -> str:
    """Draw the widget for the type of ``rule`` and return what it says, as a rule is written."""
    match rule.type:
        case "integer":
            label_ = t("rules.page.with_unit", unit=t(f"rules.{rule.name}.unit"))
            number = st.number_input(label_, value=int(value), step=1, key=key, disabled=disabled)
            return str(number)
        case "share" | "benchmark":
            share = st.number_input(
                t(f"rules.page.{rule.type}"),
                value=None if value == OFF else float(Decimal(value) * 100),
                step=1.0,
                format="%g",
                placeholder=t("rules.page.off"),
                key=key,
                disabled=disabled,
            )
            return OFF if share is None else f"{share:.10g}%"
        case "money":
            amount = st.number_input(
                t("rules.page.yuan"),
                value=None if value == OFF else float(value),
                step=1.0,
                format="%g",
                placeholder=t("rules.page.off"),
                key=key,
                disabled=disabled,
            )
            return OFF if amount is None else f"{amount:.10g}"
        case "edges" | "month":
            is_month = rule.type == "month"
            unit = t(f"rules.{rule.name}.unit")
            words = t("rules.page.month") if is_month else t("rules.page.edges", unit=unit)
            nothing = t("rules.page.off" if is_month else "rules.page.fifths")
            return st.text_input(words, value, placeholder=nothing, key=key, disabled=disabled)
        case "time":
            moment = st.time_input(
                t("rules.page.new_value"), time.fromisoformat(value), step=STEP, key=key, disabled=disabled
            )
            return f"{moment:%H:%M}"
        case "switch" | "choice" | "kinds":
            return _choice(rule, value, key, disabled=disabled)


def _choice(rule: Rule, value: str, key: str, *, disabled: bool) -> str:
    words = {choice: t(f"rules.{rule.name}.choices.{choice}") for choice in rule.choices}
    if rule.type == "kinds":
        kinds = st.segmented_control(
            t("rules.page.new_value"),
            rule.choices,
            selection_mode="multi",
            default=value.split("+"),
            format_func=words.__getitem__,
            key=key,
            disabled=disabled,
        )
        return "+".join(kinds)
    return st.segmented_control(
        t("rules.page.new_value"),
        rule.choices,
        default=value,
        required=True,
        format_func=words.__getitem__,
        key=key,
        disabled=disabled,
    )
