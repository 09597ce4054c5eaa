"""Several people counted as one customer: what ties them together, and cutting it."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from data import identity
from data.home import now
from data.refusal import Refused
from pages.records.offered import USER
from pages.shared.addresses import link_to_customer
from pages.shared.answers import answer, store
from pages.shared.filters import chosen
from pages.shared.searching import search
from pages.shared.tables import pick, pick_several
from pages.shared.texts import language, plain, t
from queries import records

MOST: Final = 50


def split_crowded(crowded: pd.DataFrame) -> None:
    """Draw the WeChat ids that are hardly one customer's; each is cut off from all its phones at once."""
    if crowded.empty:
        return
    with st.container(border=True):
        st.markdown(f"**{t('identity.crowded')}**")
        for row in crowded.to_dict("records"):
            with st.container(horizontal=True, vertical_alignment="center"):
                place = plain(row["store"]) if len(chosen().stores) > 1 else ""
                st.markdown(
                    t("identity.crowded_line", wechat=plain(row["wechat"]), phones=row["phones"], store=place),
                    width="content",
                )
                with st.popover(t("identity.crowded_split"), icon=":material/call_split:"):
                    st.markdown(t("identity.crowded_means"))
                    st.button(
                        t("identity.crowded_split_now", phones=row["phones"]),
                        key=f"crowded_{row['wechat_key']}",
                        type="primary",
                        on_click=_split_off,
                        args=(row["store"], int(row["customer_key"]), int(row["wechat_key"]), int(row["phones"])),
                    )


def split_customer() -> None:
    """Draw the search for a customer, and what ties the contacts of the chosen one together."""
    with st.container(border=True):
        st.markdown(f"**{t('identity.split_title')}** :gray[{t('identity.split_help')}]")
        found = search("people_search", MOST)
        if found is None:
            return
        if len(found) == MOST:
            st.caption(t("identity.found_most", most=MOST))
        st.caption(t("identity.choose_customer"))
        version = store().data_version()
        key = f"found_{version}_{st.session_state['people_search']}"
        place = pick(_in_short(found), t("identity.found_alt"), key=key)
        if place is not None:
            _details(found.iloc[place], version)


def _in_short(found: pd.DataFrame) -> pd.DataFrame:
    contacts = [" ".join(shown) for shown in found["contacts"]]
    columns = ["customer", "contacts", "holder", "last_touch_on", "ties", "store"]
    return found.assign(contacts=contacts)[columns]


def _details(customer: "pd.Series[Any]", version: int) -> None:
    key, name = int(customer["customer_key"]), plain(customer["customer"])
    link_to_customer(key, t("identity.see_customer"))
    ties = answer(records.ties, scope=chosen().stores, customer=key)
    if ties.empty:
        st.markdown(t("identity.no_ties", customer=name))
        return
    st.markdown(t("identity.ties_of", customer=name))
    places = pick_several(ties[["phone", "wechat", "uploads"]], t("identity.ties_alt"), key=f"ties_{version}_{key}")
    st.button(
        t("identity.split"),
        key="split",
        type="primary",
        icon=":material/call_split:",
        disabled=not places,
        on_click=_split,
        args=(str(customer["store"]), ties.iloc[places]),
    )


def _split_off(place: str, customer: int, wechat: int, phones: int) -> None:
    """Cut a WeChat id off from its phones for good, if they still are as many as were on the screen."""
    ties = answer(records.ties, scope=chosen().stores, customer=customer)
    if int((ties["other_key"] == wechat).sum()) == phones:
        _decide("shared", [identity.Pair(place, wechat, wechat)], count=phones)
    else:
        st.toast(t("identity.ties_changed"), icon=":material/sync_problem:")


def _split(place: str, ties: pd.DataFrame) -> None:
    pairs = [
        identity.Pair(place, int(one), int(other))
        for one, other in zip(ties["one_key"], ties["other_key"], strict=True)
    ]
    _decide("split", pairs, count=len(pairs))


def _decide(action: identity.Action, pairs: list[identity.Pair], count: int) -> None:
    try:
        identity.decide(store(), action, pairs, at=now(), user=USER)
    except Refused as problem:
        st.toast(plain(problem.sentence(language())), icon=":material/block:")
    else:
        st.toast(t("identity.split_done", count=count), icon=":material/call_split:")
