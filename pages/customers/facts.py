"""Whether grades agree with the facts, whose don't, and which customers they are."""

from typing import Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.counts import counts
from pages.customers.grading import Grading
from pages.shared.answers import answer, made
from pages.shared.choosing import choose
from pages.shared.customer_list import MOST, customer_list
from pages.shared.drawing import palette
from pages.shared.texts import t
from queries import grades

MOST_ROWS: Final = 12
COLUMNS: Final = [
    *("store", "customer_key", "customer", "grade", "suggested", "fact", "assistant", "contacts", "last_touch_on"),
]


def draw_facts(grading: Grading) -> None:
    """Draw how many grades of each person, or store where there are several, agree; list those that don't."""
    view = grading.view
    st.markdown(f"**{t('grades.facts')}** :gray[{t('grades.facts_help')}]")
    if grading.agreement.empty:
        st.caption(t("grades.no_facts"))
        return
    rows = made(agreement_of, grading)
    left, right = st.columns([2, 3], gap="medium")
    with left:
        who = choose(
            lambda _: made(facts_figure, grading),
            t("grades.facts_alt"),
            "facts",
            dict(zip(rows["key"], rows["key"], strict=True)),
        )
    about = {"day": view.last, "most": MOST}
    with right:
        if who is None:
            found = answer(grades.disagreements, scope=view.stores, assistant=view.assistant, **about)
            customer_list(found[COLUMNS], t("grades.facts_list"), "facts")
        else:
            several = len(view.stores) > 1
            found = answer(
                grades.disagreements,
                scope=(who,) if several else view.stores,
                assistant=view.assistant if several else who,
                **about,
            )
            customer_list(found[COLUMNS], t("grades.facts_list_of", name=who), "facts")


def agreement_of(grading: Grading) -> pd.DataFrame:
    """Return ``key`` (the store of several, else the assistant), customers, agreeing; who agrees least first."""
    by = "store" if len(grading.view.stores) > 1 else "assistant"
    named = grading.agreement.dropna(subset=[by])
    rows = named.groupby(by, sort=False)[["customers", "agreeing"]].sum().reset_index(names="key")
    rows = rows.assign(share=rows["agreeing"] / rows["customers"])
    return rows.sort_values("share", kind="stable", ignore_index=True).head(MOST_ROWS)


def facts_figure(grading: Grading) -> go.Figure:
    """Build the chart of agreement, what doesn't agree hatched."""
    rows = made(agreement_of, grading)
    apart = rows["customers"] - rows["agreeing"]
    notes = [
        t("grades.facts_sum", agreeing=f"{agreeing:,}", count=f"{count:,}")
        for agreeing, count in zip(rows["agreeing"], apart, strict=True)
    ]
    rows = rows.assign(label=rows["key"], value=rows["customers"], hatched=apart, state="", note=notes)
    return counts(rows, {"settled": t("grades.agreeing"), "hatched": t("grades.disagreeing")}, palette())
