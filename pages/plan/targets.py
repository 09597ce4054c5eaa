"""Targets: how many leads, calls and visits does the target need, and will we make it?"""

from calendar import monthrange

import streamlit as st

from pages.plan.aiming import Aim, aim_of
from pages.plan.aiming_behind import tables_behind
from pages.plan.backwards import draw_backwards
from pages.plan.odds import draw_odds
from pages.plan.pacing import draw_pace
from pages.plan.replanning import draw_replan
from pages.shared.answers import made
from pages.shared.filters import chosen
from pages.shared.findings import found_in_words
from pages.shared.heading import heading
from pages.shared.templates import template_button
from pages.shared.texts import language, t
from reports.target_words import answer, findings


def answer_of(aim: Aim) -> str:
    """Return the answer to the page's question."""
    return answer(aim.chosen, aim.view.last.month, language())


def findings_of(aim: Aim) -> str:
    """Return what was found and what to do about it, one line each."""
    last = aim.view.last
    ahead = last.day < monthrange(last.year, last.month)[1]
    whose = aim.goals if aim.view.assistant is None else aim.chosen
    return found_in_words(findings(whose, language(), ahead=ahead))


view = chosen()
heading("targets", view.place)
aim = made(aim_of, view)
if aim.chosen.empty:
    nothing = "empty_assistant" if view.assistant else "empty"
    st.info(t(f"targets.{nothing}"), icon=":material/event_busy:")
    template_button("targets", t("targets.template"))
else:
    st.subheader(made(answer_of, aim), anchor=False)
    if said := made(findings_of, aim):
        st.markdown(said)
    with st.container(border=True):
        draw_pace(aim)
    with st.container(border=True):
        draw_odds(aim)
with st.container(border=True):
    draw_backwards(aim)
if not aim.chosen.empty:
    with st.container(border=True):
        draw_replan(aim)
    tables_behind(aim)
