"""Grades: are grades honest, and does effort follow them?"""

import streamlit as st

from pages.customers.effort import draw_effort
from pages.customers.facts import draw_facts
from pages.customers.grading import Grading, grading_of
from pages.customers.grading_behind import tables_behind
from pages.customers.honesty import draw_honesty
from pages.customers.moves import draw_moves
from pages.customers.spread import draw_spread, draw_tree
from pages.customers.wishes import draw_wishes
from pages.shared.answers import made
from pages.shared.filters import chosen
from pages.shared.findings import found_in_words
from pages.shared.heading import heading
from pages.shared.texts import language, t
from reports.grade_words import answer, findings


def answer_of(grading: Grading) -> str:
    """Return the answer to the page's question."""
    return answer(grading.honesty, grading.effort, grading.view.last, language())


def findings_of(grading: Grading) -> str:
    """Return what was found and what to do about it, one line each."""
    return found_in_words(findings(grading.honesty, grading.by_store, grading.effort, grading.agreement, language()))


view = chosen()
heading("grades", view.place)
grading = made(grading_of, view)
if grading.empty:
    st.info(t("grades.empty"), icon=":material/event_busy:")
    st.stop()

st.subheader(made(answer_of, grading), anchor=False)
if said := made(findings_of, grading):
    st.markdown(said)

left, right = st.columns(2, gap="small")
with left.container(border=True, height="stretch"):
    draw_honesty(grading)
with right.container(border=True, height="stretch"):
    draw_effort(grading)
left, right = st.columns([13, 7], gap="small")
with left.container(border=True, height="stretch"):
    draw_spread(grading)
with right.container(border=True, height="stretch"):
    draw_tree(grading)
with st.container(border=True):
    draw_moves(grading)
with st.container(border=True):
    draw_facts(grading)
with st.container(border=True):
    draw_wishes(grading)

tables_behind(grading)
