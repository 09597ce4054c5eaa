"""What in the call logs deserves a second look: the evidence, never a verdict."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.shared.filters import Chosen
from pages.shared.texts import day_in_words, t
from pages.team.steadiness import name_in_words


def log_hints(hints: pd.DataFrame, now: Chosen) -> None:
    """Draw one line a hint."""
    st.markdown(f"**{t('quotas.hints')}**")
    if hints.empty:
        st.caption(t("quotas.no_hints", day=day_in_words(now.last)))
        return
    st.caption(t("quotas.hints_help", day=day_in_words(now.last)))
    for _, row in hints.iterrows():
        line = t("quotas.hint", name=name_in_words(row, now), evidence=evidence(row))
        st.markdown(f":orange[:material/help:] {line}")


def evidence_table(hints: pd.DataFrame) -> pd.DataFrame:
    """Return the hints with their evidence in words."""
    return hints[["store", "assistant"]].assign(evidence=[evidence(row) for _, row in hints.iterrows()])


def evidence(row: "pd.Series[Any]") -> str:
    """Return what was counted, and from where on it is a hint."""
    value, limit, n = (float(row[name]) for name in ("value", "threshold", "n"))
    return t(
        f"quotas.evidence.{row['hint']}",
        n=f"{n:.0f}",
        count=round(value * n),
        share=f"{value:.0%}",
        limit=f"{limit:.0%}",
    )
