"""What a new A or B customer costs, against the store's baseline month."""

import pandas as pd
import streamlit as st

from pages.customers.grouping import Grouping
from pages.shared.answers import made
from pages.shared.tables import show
from pages.shared.texts import language, plain, t
from reports.group_words import cost_in_words

VERDICT_FIRST = ["store", "cost_state", "saving", "saving_target", "per_intent_cny", "baseline_per_intent_cny"]
NEEDS_NO_BASELINE = ["store", "leads", "leads_with_cost", "cost_cny", "new_intent", "per_intent_cny"]


def draw_cost(grouping: Grouping) -> None:
    """Draw the verdict of each store, or why there is none, and the figures behind it."""
    st.markdown(f"**{t('groups.cost')}** :gray[{t('groups.cost_help')}]")
    st.markdown("  \n".join(plain(line) for line in cost_in_words(grouping.cost, language())))
    table = made(cost_table, grouping)
    names = NEEDS_NO_BASELINE if table["baseline_month"].isna().all() else list(table)
    show(table[names], t("groups.cost_alt"))


def cost_table(grouping: Grouping) -> pd.DataFrame:
    """Return the answer on costs with the month as it is written."""
    rows = grouping.cost.rename(
        columns={"state": "cost_state", "intent": "new_intent", "baseline_intent": "baseline_new_intent"}
    )
    rows = rows.assign(baseline_month=rows["baseline_month"].dt.strftime("%Y-%m"))
    return rows[[*VERDICT_FIRST, *rows.columns.difference(VERDICT_FIRST, sort=False)]]
