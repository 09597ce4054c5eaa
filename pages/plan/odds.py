"""Will the target be made: how probably, with what, and what it still needs."""

from typing import Final

import pandas as pd
import streamlit as st

from pages.plan.aiming import Aim, named
from pages.shared.answers import made
from pages.shared.tables import show
from pages.shared.texts import language, t
from queries.odds import tiers
from reports.target_words import outlook, share_in_words

EXPLAINED: Final = ("elapsed_share", "probability", "p50", "p80", "leads_needed", "outlook")


def draw_odds(aim: Aim) -> None:
    """Draw the four figures of one goal, and the table of all that are drawn."""
    st.markdown(f"**{t('targets.odds')}** :gray[{t('targets.odds_help')}]")
    if cards := made(cards_of, aim):
        grid = st.grid(len(cards), min_column_width=150)
        for name, value in cards.items():
            with grid.container(border=True, height="stretch"):
                st.metric(t(f"tables.columns.{name}"), value, help=t(f"targets.definitions.{name}"))
    if cards:
        st.markdown(f"**{t('targets.tiers')}** :gray[{t('targets.tiers_help')}]")
        show(made(tiers_table, aim), t("targets.tiers_alt"))
    if len(aim.shown) > 1 or not cards:
        definitions = {name: t(f"targets.definitions.{name}") for name in EXPLAINED}
        show(made(odds_table, aim), t("targets.odds_alt"), definitions)


def cards_of(aim: Aim) -> dict[str, str]:
    """Return the figures of the one goal that the page is about; of several, or too early to say, nothing."""
    if len(aim.chosen) != 1 or pd.isna(aim.chosen["probability"].iloc[0]):
        return {}
    goal = aim.chosen.iloc[0]
    leads = goal["leads_needed"]
    return {
        "probability": share_in_words(goal["probability"], language()),
        "p50": t("targets.amounts.orders", count=f"{int(goal['p50']):,}"),
        "p80": t("targets.amounts.orders", count=f"{int(goal['p80']):,}"),
        "leads_needed": t("targets.none_enough")
        if pd.isna(leads)
        else t("targets.amounts.leads", count=f"{int(leads):,}"),
    }


def tiers_table(aim: Aim) -> pd.DataFrame:
    """Return the target, the sprint and the challenge target of the one goal that the page is about."""
    found = tiers(aim.chosen, aim.parts)
    return found.rename(columns={"orders": "target"}).drop(columns=["store", "assistant"])


def odds_table(aim: Aim) -> pd.DataFrame:
    """Return every goal that is drawn, the least probable first; the whole store before its assistants."""
    goals = aim.shown
    who = "store" if len(aim.view.stores) > 1 and aim.view.assistant is None else "assistant"
    rows = pd.DataFrame({who: [name.replace("\n", " · ") for name in named(aim, goals, t("targets.whole_store"))]})
    rows["outlook"] = [outlook(goal) for _, goal in goals.iterrows()]
    for name in ("target", "done", "elapsed_share", "probability", "p50", "p80", "leads_needed"):
        rows[name] = goals[name].to_numpy() if name in ("elapsed_share", "probability") else goals[name].array
    rows.insert(4, "missing", (rows["target"] - rows["done"]).clip(lower=0))
    rows["is_part"] = goals["assistant"].notna().to_numpy()
    rows = rows.sort_values(["is_part", "probability"], kind="stable")
    return rows.drop(columns="is_part")
