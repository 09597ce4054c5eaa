"""Evening meeting: who did today's work, and what has to be said tonight?"""

from datetime import date

import streamlit as st

from pages.shared.answers import answer, made
from pages.shared.filters import chosen
from pages.shared.heading import heading
from pages.shared.screens import mode
from pages.shared.tables import download, sheet
from pages.shared.texts import day_in_words, language, t
from pages.today.behind import people_behind
from pages.today.board import draw_board, draw_table
from pages.today.figures import day_figures
from pages.today.grades import grade_mix
from pages.today.handing_in import readiness_line
from pages.today.modes import top, ways_to_look
from pages.today.promising import last_nights_promises, promise_tomorrow
from pages.today.saying import say_tonight
from pages.today.steps import lead_through, turn_over, wait
from pages.today.stopping import about_to_be_lost, where_customers_stop
from pages.today.stores import compare_stores, store_sheets
from pages.today.taking_home import taking_home
from reports.board_table import board_table
from reports.evening import Evening, evening
from reports.workbook import Sheet


def evening_of(stores: tuple[str, ...], day: date) -> Evening:
    """Ask everything that the page shows."""
    return evening(lambda question, **params: answer(question, scope=stores, **params), stores, day)


def sheets(evening: Evening, assistant: str | None) -> list[Sheet]:
    """Return the tables behind the page as sheets to take home."""
    return [
        sheet(t("meeting.board"), board_table(evening, assistant, language())),
        sheet(t("meeting.readiness"), evening.readiness),
        sheet(t("meeting.in_figures"), evening.day_figures),
        *store_sheets(evening),
    ]


view = chosen()
tonight = made(evening_of, view.stores, view.last)
way = mode()
if way == "page":
    with heading("meeting", view.place, day_in_words(view.last)):
        ways_to_look()
if tonight.is_empty:
    if way != "page":
        top(t("frame.pages.meeting.name"), view)
        wait()
    st.info(t("meeting.empty_day"), icon=":material/event_busy:")
    st.stop()
if way != "page":
    (lead_through if way == "meeting" else turn_over)(tonight, view)
    st.stop()

taking_home(tonight)
readiness_line(tonight)
last_nights_promises(tonight, view.assistant)
day_figures(tonight)
compare_stores(tonight)

left, right = st.columns([13, 7], gap="small")
with left.container(border=True, height="stretch"):
    draw_board(tonight, view.assistant)
    people_behind(tonight, view.assistant)
with right.container(border=True, height="stretch"):
    say_tonight(tonight)

with st.container(border=True):
    draw_table(tonight, view.assistant)

left, right = st.columns(2, gap="small")
with left.container(border=True, height="stretch"):
    where_customers_stop(tonight)
with right.container(border=True, height="stretch"):
    about_to_be_lost(tonight, view.assistant)

with st.container(border=True):
    promise_tomorrow(view)
with st.container(border=True):
    grade_mix(tonight, view.assistant)

download(
    f"{t('frame.pages.meeting.name')} {view.place}",
    made(sheets, tonight, view.assistant),
    {t(f"meeting.figures.{name}"): t(f"meeting.definitions.{name}") for name in tonight.day_figures["figure"]},
)
