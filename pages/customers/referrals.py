"""Referrals: who brings us customers, and what do we owe them?"""

import streamlit as st

from pages.customers.bringing import draw_bringers, draw_tree
from pages.customers.converting import draw_conversion, draw_reproduction
from pages.customers.disputing import draw_contested
from pages.customers.owing import draw_balances
from pages.customers.referring import Referring, referring_of
from pages.customers.referring_behind import tables_behind
from pages.customers.serving import draw_services
from pages.shared.answers import made
from pages.shared.filters import chosen
from pages.shared.findings import found_in_words
from pages.shared.heading import heading
from pages.shared.templates import template_button
from pages.shared.texts import language, t
from reports.referral_words import answer, findings


def answer_of(referring: Referring) -> str:
    """Return the answer to the page's question."""
    return answer(referring.bringers, referring.balances, language())


def findings_of(referring: Referring) -> str:
    """Return what was found and what to do about it, one line each."""
    return found_in_words(findings(referring.services, referring.contested, referring.balances, language()))


view = chosen()
heading("referrals", view.place)
referring = made(referring_of, view)
if referring.empty:
    st.info(t("referrals.empty_assistant" if view.assistant else "referrals.empty"), icon=":material/event_busy:")
    template_button("referrals", t("referrals.template"))
    st.stop()

st.subheader(made(answer_of, referring), anchor=False)
if said := made(findings_of, referring):
    st.markdown(said)

with st.container(border=True):
    draw_bringers(referring)
if len(referring.bringers):
    with st.container(border=True):
        draw_tree(referring)
with st.container(border=True):
    draw_balances(referring)
with st.container(border=True):
    draw_services(referring)
with st.container(border=True):
    draw_conversion(referring)
with st.container(border=True):
    draw_reproduction(referring)
if len(referring.contested):
    with st.container(border=True):
        draw_contested(referring)

tables_behind(referring)
