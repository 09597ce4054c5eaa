"""Assets: what do unclosed customers cost us if nobody calls, or if someone leaves?"""

import streamlit as st

from pages.customers.departure import draw_departure
from pages.customers.holders import draw_holders
from pages.customers.holding import Holding, holding_of
from pages.customers.holding_behind import tables_behind
from pages.customers.overdue import draw_overdue
from pages.customers.passing_on import draw_status
from pages.customers.waking import draw_results, draw_wake_up
from pages.shared.answers import made
from pages.shared.filters import chosen
from pages.shared.findings import found_in_words
from pages.shared.heading import heading
from pages.shared.texts import language, t
from reports.asset_words import answer, findings


def answer_of(holding: Holding) -> str:
    """Return the answer to the page's question."""
    return answer(holding.holders, language())


def findings_of(holding: Holding) -> str:
    """Return what was found and what to do about it, one line each."""
    return found_in_words(findings(holding.holders, holding.handovers, language()))


view = chosen()
heading("assets", view.place)
holding = made(holding_of, view)
if holding.empty:
    st.info(t("assets.empty"), icon=":material/event_busy:")
    st.stop()

st.subheader(made(answer_of, holding), anchor=False)
if said := made(findings_of, holding):
    st.markdown(said)

with st.container(border=True):
    draw_holders(holding)
with st.container(border=True):
    draw_departure(holding)
left, right = st.columns([11, 9], gap="small")
with left.container(border=True, height="stretch"):
    draw_overdue(holding)
with right.container(border=True, height="stretch"):
    draw_status(holding)
with st.container(border=True):
    draw_wake_up(holding)
with st.container(border=True):
    draw_results(holding)

tables_behind(holding)
