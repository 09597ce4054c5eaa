"""25 → 5 → 1: what 25 enquiries come to."""

import pandas as pd
import streamlit as st

from pages.shared.texts import t


def draw_reference(reference: pd.DataFrame) -> None:
    """Draw ``queries.funnel.reference`` as a sentence; nothing where no enquiry can be judged yet."""
    for _, row in reference.dropna(subset=["intent_per_25"]).iterrows():
        intent, orders, enquiries = (
            f"{row['intent_per_25']:.1f}",
            f"{row['orders_per_25']:.1f}",
            f"{row['enquiries']:,}",
        )
        st.markdown(
            f"**{t('funnel.reference', intent=intent, orders=orders)}** "
            f":gray[{t('funnel.reference_help', enquiries=enquiries)}]"
        )
