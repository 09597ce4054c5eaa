"""Where value comes from: by product, category, region, store or assistant."""

from decimal import Decimal
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.counts import counts
from pages.shared.answers import answer, made
from pages.shared.drawing import draw, palette
from pages.shared.filters import Chosen
from pages.shared.texts import language, plain, t
from queries import value
from reports.money import money_in_words

MOST_ROWS: Final = 12


def draw_cuts(view: Chosen) -> None:
    """Draw revenue and contribution in the cut that is chosen."""
    cuts = [cut for cut in value.CUTS if cut != "store" or len(view.stores) > 1]
    words = {cut: t(f"value.cut_names.{cut}") for cut in cuts}
    st.markdown(f"**{t('value.cuts')}** :gray[{t('value.cuts_help')}]")
    cut = st.selectbox(  # five names in a row would be cut on a phone
        t("tables.columns.cut"),
        cuts,
        format_func=words.__getitem__,
        key="value_cut",
        label_visibility="collapsed",
    )
    rows, apart = made(cut_rows, view, cut)
    if rows["value"].isna().all():
        st.caption(t("value.cuts_none"))
        return
    if apart:
        st.caption(plain(t("value.cuts_other", money=money_in_words(apart, language()))))
    if len(rows) > MOST_ROWS:
        st.caption(t("value.cuts_most", most=MOST_ROWS))
    draw(made(cut_figure, view, cut), t("value.cuts_alt"), f"value_{cut}")


def cut_of(view: Chosen, cut: str) -> pd.DataFrame:
    """Ask for one cut."""
    about = {"first": view.first, "last": view.last, "assistant": view.assistant, "cut": cut}
    return answer(value.cuts, scope=view.stores, **about)


def cut_rows(view: Chosen, cut: str) -> tuple[pd.DataFrame, Decimal]:
    """Return the rows that brought or returned something, and what was spent on nobody of them."""
    rows = cut_of(view, cut)
    spent_only = (rows["revenue_cny"] == 0) & (rows["customers"] == 0)
    apart = Decimal(rows.loc[spent_only, "other_cost_cny"].sum())
    return rows[~spent_only].reset_index(drop=True), apart


def cut_figure(view: Chosen, cut: str) -> go.Figure:
    """Build the chart of one cut: how long a bar is in revenue, and how much of it contribution."""
    rows = cut_rows(view, cut)[0].head(MOST_ROWS)
    revenue, contribution = (rows[name].astype(float) for name in ("revenue_cny", "contribution_cny"))
    length = revenue.clip(lower=0)
    shown = pd.DataFrame(
        {
            "key": rows["value"].fillna(""),
            "label": [_label(row, cut, view) for _, row in rows.iterrows()],
            "value": length,
            "hatched": length - contribution.clip(lower=0).clip(upper=length),
            "state": ["below" if amount < 0 else "" for amount in contribution],
            "note": [_note(row) for _, row in rows.iterrows()],
        }
    )
    return counts(shown, {"settled": t("value.cuts_kept"), "hatched": t("value.cuts_spent")}, palette())


def _label(row: "pd.Series[Any]", cut: str, view: Chosen) -> str:
    name = str(t(f"value.unsaid.{cut}") if pd.isna(row["value"]) else row["value"])
    return f"{name}\n{row['store']}" if cut == "assistant" and len(view.stores) > 1 else name


def _note(row: "pd.Series[Any]") -> str:
    money = money_in_words(row["contribution_cny"], language())
    return t("value.cuts_note", money=money)
