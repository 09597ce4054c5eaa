"""If somebody left: what they hold, and who could take it over, as a file that can be imported as it is."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from pages.customers.holding import Holding
from pages.customers.sharing_out import leavers_of, proposed_of, receivers_of, shares_of, sheet_of
from pages.shared.answers import made
from pages.shared.tables import show
from pages.shared.texts import language, listed, plain, t
from queries.proposing import HELD
from reports.money import money_in_words
from reports.workbook import WORKBOOK, csv, workbook

UNSHOWN: Final = ["store", "customer_key", "contacts", "reason", "days", "asset_value_cny", "of_all", "last_touch_on"]


def draw_departure(holding: Holding) -> None:
    """Draw whom to choose, what that person holds, and how it could be shared out."""
    st.markdown(f"**{t('assets.departure')}** :gray[{t('assets.departure_help')}]")
    people = made(leavers_of, holding)
    if people.empty:
        st.caption(t("assets.no_holders"))
        return
    several = len(holding.view.stores) > 1
    options = [f"{row['store']}\n{row['holder']}" for _, row in people.iterrows()]
    words = {code: _named(row, several=several) for code, (_, row) in zip(options, people.iterrows(), strict=True)}
    if st.session_state.get("leaver", options[0]) not in [None, *options]:
        del st.session_state["leaver"]
    left, right = st.columns([2, 3], gap="medium")
    with left:
        code = st.selectbox(
            t("assets.leaver"),
            options,
            index=0 if people["presence"].iloc[0] == "left" or holding.view.assistant else None,
            format_func=words.__getitem__,
            placeholder=t("assets.leaver_choose"),
            key="leaver",
        )
    if code is None:
        return
    row = people.iloc[options.index(code)]
    others = made(receivers_of, holding, row["store"], row["holder"])
    with right:
        names = st.pills(
            t("assets.receivers"),
            others["holder"].tolist(),
            selection_mode="multi",
            default=others.loc[others["presence"] == "on_duty", "holder"].tolist(),
            format_func=plain,
            key=f"receivers {code} {holding.view.last}",
        )
    st.markdown(leaving_in_words(row))
    if not names:
        st.caption(t("assets.nobody_takes", store=plain(row["store"])))
        return
    _draw_proposal(holding, row, tuple(names))


def _draw_proposal(holding: Holding, row: "pd.Series[Any]", names: tuple[str, ...]) -> None:
    about = (holding, row["store"], row["holder"], names)
    st.markdown(f"**{t('assets.shares')}** :gray[{t('assets.shares_help')}]")
    show(made(shares_of, *about), t("assets.shares_alt"))
    with st.container(horizontal=True, vertical_alignment="center"):
        file = f"{t('tables.codes.kind.handovers')} {row['holder']} {holding.view.last:%Y-%m-%d}"
        st.download_button(
            t("assets.handover_file"),
            lambda: workbook([made(sheet_of, *about)]),
            file_name=f"{file}.xlsx",
            mime=WORKBOOK,
            icon=":material/download:",
            on_click="ignore",
            type="primary",
            key="handover_workbook",
        )
        st.download_button(
            t("assets.handover_csv"),
            lambda: csv(made(sheet_of, *about)),
            file_name=f"{file}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key="handover_csv",
        )
    st.caption(t("assets.handover_help"))
    where = st.expander(t("assets.handed"), icon=":material/group:", key="handed", on_change="rerun")
    if where.open:
        with where:
            show(made(proposed_of, *about).drop(columns=UNSHOWN), t("assets.handed"))


def leaving_in_words(row: "pd.Series[Any]") -> str:
    """Return what a person holds: customers, value, grades."""
    grades = [
        t("assets.grade_count", grade=grade or t("assets.ungraded"), count=f"{row[column]:,}")
        for grade, column in HELD.items()
        if row[column]
    ]
    key = "leaving" if row["asset_value_cny"] else "leaving_unknown"
    return t(
        f"assets.{key}",
        name=plain(row["holder"]),
        customers=f"{row['customers']:,}",
        value=money_in_words(row["asset_value_cny"], language()),
        grades=listed(grades),
    )


def _named(row: "pd.Series[Any]", *, several: bool) -> str:
    name = f"{row['store']} {row['holder']}" if several else row["holder"]
    if row["presence"] == "left":
        name = f"{name} · {t('tables.codes.presence.left')}"
    return t("assets.people", name=name, count=f"{row['customers']:,}")
