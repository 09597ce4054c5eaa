"""The way from an assistant's figures to the rows behind them, asked for only when somebody wants it."""

import streamlit as st

from pages.shared.addresses import link_to_rows
from pages.shared.people import of
from pages.shared.texts import plain, t
from reports.evening import Evening


def people_behind(evening: Evening, assistant: str | None) -> None:
    """Draw a button that opens a list of the people on the board, each the way to their rows."""
    people = of(assistant, evening.quota_board)
    if people.empty:
        return
    where = st.popover(
        t("rows.where_from"), icon=":material/manage_search:", type="tertiary", key="people_behind", on_change="rerun"
    )
    if where.open:
        with where:
            st.caption(t("rows.whose"))
            for store, name in zip(people["store"], people["assistant"], strict=True):
                label = plain(name) if evening.one_store else f"{plain(name)} · {plain(store)}"
                link_to_rows("calls", label, name)
