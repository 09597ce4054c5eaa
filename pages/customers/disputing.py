"""What was said about who brought whom and does not count, and why."""

import pandas as pd
import streamlit as st

from pages.customers.referring import Referring
from pages.shared.answers import made
from pages.shared.tables import show
from pages.shared.texts import t


def draw_contested(referring: Referring) -> None:
    """Draw the rows that don't count."""
    st.markdown(f"**{t('referrals.contested')}** :gray[{t('referrals.contested_help')}]")
    show(made(contested_table, referring), t("referrals.contested_alt"))


def contested_table(referring: Referring) -> pd.DataFrame:
    """Return the rows as they are shown: who named whom, and why it does not count."""
    names = ["day", "customer", "named_customer", "fate", "first_bringer", "referral_action", "assistant"]
    names += ["store"] if len(referring.view.stores) > 1 else []
    return referring.contested.rename(columns={"action": "referral_action"})[names]
