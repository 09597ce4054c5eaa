"""What has been decided about who is who, and the way back."""

from typing import Final

import pandas as pd
import streamlit as st

from data import identity
from data.home import now
from data.refusal import Refused
from pages.records.offered import USER
from pages.shared.answers import answer, store
from pages.shared.filters import chosen
from pages.shared.tables import pick_several
from pages.shared.texts import language, plain, t
from queries import records

MOST: Final = 200


def decisions() -> pd.DataFrame:
    """Draw the newest decisions, the chosen ones can be taken back; return them."""
    made = answer(records.decisions, scope=chosen().stores, most=MOST)
    with st.container(border=True):
        st.markdown(f"**{t('identity.decided')}**")
        if made.empty:
            st.caption(t("identity.decided_none"))
            return made
        st.caption(t("identity.decided_choose"))
        key = f"decisions_{store().data_version()}"
        chosen_ones = made.iloc[pick_several(decisions_in_short(made), t("identity.decided_alt"), key=key)]
        numbers = [int(number) for number in chosen_ones.loc[chosen_ones["voided_at"].isna(), "decision_id"]]
        st.button(
            t("identity.take_back"),
            key="take_back",
            icon=":material/undo:",
            help=t("identity.take_back_help"),
            disabled=not numbers,
            on_click=_take_back,
            args=(numbers,),
        )
    return made


def decisions_in_short(made: pd.DataFrame) -> pd.DataFrame:
    """Return decisions in words: made_at, action, one, other, decided_by, decision_state and store."""
    return pd.DataFrame(
        {
            "made_at": made["made_at"],
            "action": made["action"],
            "one": _sides(made, "one"),
            "other": _sides(made, "other"),
            "decided_by": made["user_name"],
            "decision_state": ["undone" if taken_back else "counts" for taken_back in made["voided_at"].notna()],
            "store": made["store"],
        }
    )


def _sides(made: pd.DataFrame, side: str) -> list[str]:
    names, contacts = made[side].fillna(""), made[f"{side}_contact"].fillna("")
    return [
        t("identity.joined", name=name, contacts=shown).strip() for name, shown in zip(names, contacts, strict=True)
    ]


def _take_back(numbers: list[int]) -> None:
    try:
        identity.take_back(store(), numbers, at=now(), user=USER)
    except Refused as problem:
        st.toast(plain(problem.sentence(language())), icon=":material/block:")
    else:
        st.toast(t("identity.taken_back", count=len(numbers)), icon=":material/undo:")
