"""Groups: are they full of buyers or of junk?"""

import streamlit as st

from pages.customers.cost_of_intent import draw_cost
from pages.customers.grouping import Grouping, grouping_of
from pages.customers.grouping_behind import tables_behind
from pages.customers.mixing import draw_channels, draw_mix, draw_reasons
from pages.customers.staying import draw_stays
from pages.shared.answers import made
from pages.shared.customer_list import customer_list
from pages.shared.filters import chosen
from pages.shared.findings import found_in_words
from pages.shared.heading import heading
from pages.shared.templates import template_button
from pages.shared.texts import language, t
from reports.group_words import answer, findings


def answer_of(grouping: Grouping) -> str:
    """Return the answer to the page's question."""
    return answer(grouping.health, language())


def findings_of(grouping: Grouping) -> str:
    """Return what was found and what to do about it, one line each."""
    return found_in_words(findings(grouping.health, grouping.strong_junk, language()))


view = chosen()
heading("groups", view.place)
grouping = made(grouping_of, view)
if grouping.health.empty:
    st.info(t("groups.empty_assistant" if view.assistant else "groups.empty"), icon=":material/event_busy:")
    template_button("group_members", t("groups.template"))
    st.stop()

st.subheader(made(answer_of, grouping), anchor=False)
if said := made(findings_of, grouping):
    st.markdown(said)

with st.container(border=True):
    draw_mix(grouping)
left, right = st.columns([9, 11], gap="small")
with left.container(border=True, height="stretch"):
    draw_reasons(grouping)
with right.container(border=True, height="stretch"):
    draw_channels(grouping)
with st.container(border=True):
    draw_stays(grouping)
with st.container(border=True):
    customer_list(grouping.clean_up, t("groups.clean_up"), "clean_up")
with st.container(border=True):
    draw_cost(grouping)

tables_behind(grouping)
