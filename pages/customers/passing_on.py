"""How far handovers have got: waiting, done or refused, from whom to whom."""

import streamlit as st

from pages.customers.holding import Holding
from pages.shared.tables import show
from pages.shared.texts import t


def draw_status(holding: Holding) -> None:
    """Draw the handovers, those still waiting first."""
    st.markdown(f"**{t('assets.status')}** :gray[{t('assets.status_help')}]")
    rows = holding.handovers
    if rows.empty:
        st.caption(t("assets.no_status"))
        return
    rows = rows.assign(done=rows["status"] != "waiting").sort_values("done", kind="stable").drop(columns="done")
    names = ["from_assistant", "to_assistant", "status", "customers", "last_on"]
    names += ["store"] if len(holding.view.stores) > 1 else []
    show(rows[names].rename(columns={"status": "handover_status"}), t("assets.status_alt"))
