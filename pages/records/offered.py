"""Pairs of customers that look like one: an operator merges them or turns them down, several at once."""

from typing import Any, Final, Literal

import pandas as pd
import streamlit as st

from data import identity
from data.home import now
from data.refusal import Refused
from pages.shared.answers import answer, store
from pages.shared.filters import chosen
from pages.shared.tables import pick_several
from pages.shared.texts import language, plain, t
from queries import records

USER: Final = "people_page"
MOST: Final = 200
NAMED: Final = 5  # pairs that are repeated in words before they are merged


def settle_offers(offers: pd.DataFrame) -> None:
    """Draw the likeliest pairs of ``offers``; the chosen ones are merged, or not offered again."""
    with st.container(border=True):
        st.markdown(f"**{t('identity.offered')}** :gray[{t('identity.offered_help')}]")
        if offers.empty:
            st.caption(t("identity.answer_none"))
            return
        if len(offers) > MOST:
            st.caption(t("identity.offered_most", most=MOST))
        # Another state of the data is another table: what was ticked in this one would be other pairs there.
        places = pick_several(
            offers_in_short(offers), t("identity.offered_alt"), key=f"offers_{store().data_version()}"
        )
        picked = offers.iloc[places]
        st.caption(_named(picked) if places else t("identity.choose"))
        with st.container(horizontal=True):
            _button("merge", picked, ":material/merge:")
            _button("apart", picked, ":material/call_split:")


def offers_in_short(offers: pd.DataFrame) -> pd.DataFrame:
    """Return the likeliest pairs of ``offers`` in words: why, one, other, holder, last_touch_on and store."""
    likeliest = offers.head(MOST)
    rows = list(likeliest.itertuples())
    return pd.DataFrame(
        {
            "one": [_either(row, "one") for row in rows],
            "other": [_either(row, "other") for row in rows],
            "why": [_why(row) for row in rows],
            "holder": likeliest["one_holder"].fillna(likeliest["other_holder"]).to_list(),
            "last_touch_on": likeliest[["one_touched_on", "other_touched_on"]].max(axis="columns").to_list(),
            "store": likeliest["store"].to_list(),
        }
    )


def _either(row: Any, side: str) -> str:
    name, contacts = (getattr(row, f"{side}_{part}") for part in ("customer", "contacts"))
    return t("identity.joined", name=name, contacts=contacts).strip()


def _why(row: Any) -> str:
    why = t(f"identity.reasons.{row.reason}")
    if pd.isna(row.one_touched_on) or pd.isna(row.other_touched_on):
        return why
    days = abs((row.one_touched_on - row.other_touched_on).days)
    return t("identity.days_apart", why=why, days=days) if days else t("identity.same_day", why=why)


def _named(picked: pd.DataFrame) -> str:
    pairs = [
        t("identity.pair", one=plain(_either(row, "one")), other=plain(_either(row, "other")))
        for row in picked.head(NAMED).itertuples()
    ]
    more = [t("identity.and_more")] if len(picked) > NAMED else []
    return t("identity.chosen", count=len(picked), pairs=t("identity.separator").join(pairs + more))


def _button(action: Literal["merge", "apart"], picked: pd.DataFrame, icon: str) -> None:
    st.button(
        t(f"identity.{action}"),
        key=f"offers_{action}",
        type="primary" if action == "merge" else "secondary",
        icon=icon,
        disabled=picked.empty,
        on_click=_decide,
        args=(action, picked),
    )


def _decide(action: Literal["merge", "apart"], picked: pd.DataFrame) -> None:
    """Decide about the pairs that still are what was on the screen, and say so; the others are left alone."""
    offered = answer(records.offers, scope=chosen().stores)
    standing = picked.merge(offered, on=list(offered.columns))
    keys = zip(standing["store"], standing["one_key"], standing["other_key"], strict=True)
    pairs = [identity.Pair(place, int(one), int(other)) for place, one, other in keys]
    if len(pairs) < len(picked):
        st.toast(t("identity.changed", count=len(picked) - len(pairs)), icon=":material/sync_problem:")
    if not pairs:
        return
    try:
        identity.decide(store(), action, pairs, at=now(), user=USER)
    except Refused as problem:
        st.toast(plain(problem.sentence(language())), icon=":material/block:")
    else:
        done = "identity.merged" if action == "merge" else "identity.kept_apart"
        st.toast(t(done, count=len(pairs)), icon=":material/check_circle:")
