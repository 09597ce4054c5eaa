"""Value: which customers carry the business, and which ones eat it?"""

import streamlit as st

from pages.customers.advising import draw_advice
from pages.customers.carrying import draw_carrying, draw_negative
from pages.customers.changing import draw_bridge, draw_stores
from pages.customers.lives import draw_stages
from pages.customers.origins import draw_cuts
from pages.customers.segments import draw_segments
from pages.customers.tiers import draw_tiers
from pages.customers.worth import Worth, worth_of
from pages.customers.worth_behind import tables_behind
from pages.shared.answers import made
from pages.shared.filters import chosen
from pages.shared.findings import found_in_words
from pages.shared.heading import heading
from pages.shared.texts import language, plain, t
from reports.value_findings import findings
from reports.value_words import answer, basis_in_words


def answer_of(worth: Worth) -> str:
    """Return the answer to the page's question."""
    return answer(worth.summary, language())


def findings_of(worth: Worth) -> str:
    """Return what was found and what to do about it, one line each."""
    return found_in_words(findings(worth.summary, worth.advice, worth.segments, worth.tiers, worth.bridge, language()))


def basis_of(worth: Worth) -> str:
    """Return what the figures are made of, and what they leave out."""
    return plain(basis_in_words(worth.summary, language()))


view = chosen()
heading("value", view.place)
worth = made(worth_of, view)
if worth.empty:
    st.info(t("value.empty"), icon=":material/event_busy:")
    st.stop()

st.subheader(made(answer_of, worth), anchor=False)
if said := made(findings_of, worth):
    st.markdown(said)
st.caption(made(basis_of, worth))

draw_carrying(worth)
with st.container(border=True):
    draw_negative(worth)
left, right = st.columns(2, gap="small")
with left.container(border=True, height="stretch"):
    draw_tiers(worth)
with right.container(border=True, height="stretch"):
    draw_advice(worth)
left, right = st.columns(2, gap="small")
with left.container(border=True, height="stretch"):
    draw_segments(worth)
with right.container(border=True, height="stretch"):
    draw_cuts(view)
left, right = st.columns(2, gap="small")
with left.container(border=True, height="stretch"):
    draw_bridge(worth)
with right.container(border=True, height="stretch"):
    draw_stages(view)
if len(view.stores) > 1:
    with st.container(border=True):
        draw_stores(view)

tables_behind(worth)
