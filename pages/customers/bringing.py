"""Who brought most customers, and the tree of those whom one of them brought."""

from typing import Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.bringer_mix import bringer_mix
from charts.referral_tree import referral_tree
from pages.customers.referring import Referring
from pages.shared.answers import made
from pages.shared.customer_list import customer_list
from pages.shared.drawing import draw, palette
from pages.shared.texts import t
from queries.bringing import brought_through

MOST_ROWS: Final = 12
MOST_BRANCHES: Final = 25
MOST_NAMES: Final = 200
STATES: Final = ("ordered", "visited", "waiting")


def draw_bringers(referring: Referring) -> None:
    """Draw what became of the customers whom the best brought."""
    st.markdown(f"**{t('referrals.bringers')}** :gray[{t('referrals.bringers_help')}]")
    if referring.bringers.empty:
        st.caption(t("referrals.nobody_brought"))
        return
    if len(referring.bringers) > MOST_ROWS:
        st.caption(t("referrals.bringers_most", most=MOST_ROWS))
    draw(made(bringers_figure, referring), t("referrals.bringers_alt"), "bringers")


def bringers_figure(referring: Referring) -> go.Figure:
    """Build the chart of those who brought most."""
    rows = referring.bringers.head(MOST_ROWS)
    rows = rows.assign(label=labels(referring, rows), assistant=rows["customer_key"].astype(str))
    parts = [rows.assign(part=state, customers=rows[state]) for state in STATES]
    return bringer_mix(pd.concat(parts).sort_index(kind="stable"), state_words(), palette())


def labels(referring: Referring, rows: pd.DataFrame) -> list[str]:
    """Return who each is; where there are several stores, of which one."""
    names = rows["customer"].fillna(t("customers.nameless"))
    return (names if len(referring.view.stores) == 1 else names + "\n" + rows["store"]).tolist()


def state_words() -> dict[str, str]:
    """Return what each state of one who was brought is called."""
    return {state: t(f"tables.codes.brought_state.{state}") for state in STATES}


def draw_tree(referring: Referring) -> None:
    """Draw everybody below one who brought customers: the first of the chart, or whoever is chosen."""
    rows = referring.bringers.head(MOST_NAMES)
    names = [name.replace("\n", " · ") for name in labels(referring, rows)]
    people = list(zip(rows["store"], rows["customer_key"].astype(int), strict=True))
    words = {
        who: t("referrals.tree_choice", name=name, count=f"{brought:,}")
        for who, name, brought in zip(people, names, rows["brought"], strict=True)
    }
    if st.session_state.get("tree_of") not in words:  # filtered out, or overtaken by too many
        st.session_state.pop("tree_of", None)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(f"**{t('referrals.tree')}** :gray[{t('referrals.tree_help')}]", width="content")
        chosen = st.selectbox(t("referrals.tree_of"), words, format_func=words.__getitem__, key="tree_of", width=300)
    place = people.index(chosen)
    found = made(tree_of, referring, place)
    if len(found) > MOST_BRANCHES:
        st.caption(t("referrals.tree_most", most=MOST_BRANCHES, count=f"{len(found):,}"))
    draw(made(tree_figure, referring, place), t("referrals.tree_alt", name=names[place]), "tree")
    columns = ["customer", "referral_depth", "brought_state", "brought_by", "brought_on", "assistant", "contacts"]
    listed = found.rename(columns={"day": "brought_on", "depth": "referral_depth"})
    listed = listed[["store", "customer_key", *columns, "visited_on", "ordered_on"]]
    customer_list(listed, t("referrals.tree_list", name=names[place]), "tree")


def tree_of(referring: Referring, place: int) -> pd.DataFrame:
    """Return everybody below one of those who brought customers, with what became of each."""
    top = referring.bringers.iloc[place]
    found = brought_through(referring.traced, referring.people, top["store"], int(top["customer_key"]))
    return found.assign(brought_state=_states(found))


def _states(rows: pd.DataFrame) -> list[str]:
    return [
        "ordered" if pd.notna(ordered) else "visited" if pd.notna(visited) else "waiting"
        for ordered, visited in zip(rows["ordered_on"], rows["visited_on"], strict=True)
    ]


def tree_figure(referring: Referring, place: int) -> go.Figure:
    """Build the tree with the chosen one on top."""
    top = referring.bringers.iloc[[place]]
    own = referring.people.merge(top[["store", "customer_key"]], on=["store", "customer_key"])
    found = made(tree_of, referring, place).head(MOST_BRANCHES)
    rows = pd.concat([own.assign(depth=0, brought_state=_states(own)), found], ignore_index=True)
    brought_on = [t("referrals.brought_on", day=f"{day:%Y-%m-%d}") if pd.notna(day) else "" for day in rows["day"]]
    names = rows["customer"].fillna(t("customers.nameless"))
    drawn = pd.DataFrame({"label": names, "depth": rows["depth"], "state": rows["brought_state"], "note": brought_on})
    return referral_tree(drawn, state_words(), palette())
