"""What is owed to whom: points, and the gifts that can be had for them."""

import streamlit as st

from pages.customers.referring import Referring
from pages.shared.customer_list import MOST, customer_list
from pages.shared.texts import language, t
from reports.referral_words import gifts_in_words


def draw_balances(referring: Referring) -> None:
    """Draw who has most points, and how many can have which gift."""
    found = referring.balances
    st.markdown(f"**{t('referrals.balances')}**")
    if len(found):
        st.markdown(gifts_in_words(found, language()))
    renamed = {"passed": "passed_points", "missing": "next_gift_points"}
    columns = ["store", "customer_key", "customer", "points", "gift", "next_gift_points", "passed_points"]
    listed = found.rename(columns=renamed).assign(of_all=len(found)).head(MOST)
    customer_list(listed[[*columns, "assistant", "contacts", "of_all"]], t("referrals.balances_list"), "balances")
    st.caption(t("referrals.balances_help"))
