"""Why customers stop and what to do: each finding with its evidence, its advice and the customers behind it."""

from typing import Final

import pandas as pd
import streamlit as st

from pages.shared.answers import answer, made
from pages.shared.customer_list import MOST, customer_list
from pages.shared.filters import Chosen
from pages.shared.texts import language, plain, t
from pages.team.journey import Journey, asked
from queries import customers
from reports.diagnosis import Cause, Look, diagnosis
from reports.funnel_words import advice_in_words, evidence_in_words, head_in_words

LOOK: Final = {"below": ":red[:material/error:]", "unsure": ":orange[:material/help:]"}
SHOWN: Final = "cause_shown"


def draw_causes(journey: Journey) -> Cause | None:
    """Draw the findings, each with a button for its list, and return the one whose list is wanted."""
    st.markdown(f"**{t('funnel.diagnosis')}**")
    found = made(causes_in_words, journey)
    if not found:
        st.caption(t("funnel.no_causes"))
    wanted = None
    for cause, said in found:
        open_ = st.session_state.get(SHOWN) == cause.key
        st.markdown(said)
        st.button(
            t("funnel.hide_list") if open_ else t("funnel.show_list"),
            key=f"cause_{cause.key}",
            icon=":material/expand_less:" if open_ else ":material/group:",
            type="tertiary",
            on_click=_show,
            args=(None if open_ else cause.key,),
        )
        wanted = cause if open_ else wanted
    return wanted


def list_cause(journey: Journey, cause: Cause) -> None:
    """Draw the customers behind a finding."""
    with st.container(border=True):
        customer_list(looked_up(cause.look, journey.view), head_in_words(cause, language()), "cause")


def causes_in_words(journey: Journey) -> list[tuple[Cause, str]]:
    """Return the findings, each as it is written: what is wrong, the evidence, the advice."""
    return [(cause, _written(cause, journey.evidence.rates)) for cause in diagnosis(journey.evidence)]


def looked_up(look: Look, view: Chosen) -> pd.DataFrame:
    """Return the customers of a list."""
    about = asked(view) | {"most": MOST}
    if look.list_of == "waiting":
        return answer(customers.waiting, **about)
    if look.list_of == "lost":
        return answer(customers.lost, **about, lost_reason=look.of)
    found = answer(customers.at_stage, **about, funnel="leads", stage=look.of)
    return found[found["furthest"].isin(look.up_to)] if look.up_to else found


def _written(cause: Cause, rates: pd.DataFrame) -> str:
    head, advice = head_in_words(cause, language()), advice_in_words(cause, language())
    evidence = evidence_in_words(cause, rates, language())
    return f"{LOOK[cause.weight]} **{plain(head)}** {plain(evidence)}  \n:gray[{plain(advice)}]"


def _show(key: str | None) -> None:
    st.session_state[SHOWN] = key
