"""What in the call logs deserves a second look: the evidence, never a verdict."""

import pandas as pd
import streamlit as st

from pages.shared.texts import day_in_words, language, t
from pages.team.saying import name_in_words
from pages.team.weeks import Weeks
from reports.hints import evidence


def log_hints(weeks: Weeks) -> None:
    """Draw one line a hint."""
    st.markdown(f"**{t('quotas.hints')}**")
    if weeks.hints.empty:
        st.caption(t("quotas.no_hints", day=day_in_words(weeks.view.last)))
        return
    st.caption(t("quotas.hints_help", day=day_in_words(weeks.view.last)))
    for _, row in weeks.hints.iterrows():
        line = t("quotas.hint", name=name_in_words(row, weeks.view), evidence=evidence(row, language()))
        st.markdown(f":orange[:material/help:] {line}")


def evidence_table(hints: pd.DataFrame) -> pd.DataFrame:
    """Return the hints with their evidence in words."""
    return hints[["store", "assistant"]].assign(evidence=[evidence(row, language()) for _, row in hints.iterrows()])
