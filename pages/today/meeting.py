"""Evening meeting: who did today's work, and what has to be said tonight?"""

import streamlit as st

from pages.shared.answers import answer
from pages.shared.filters import chosen
from pages.shared.heading import heading
from pages.shared.tables import download
from pages.shared.texts import day_in_words, language, plain, t
from pages.today.board import board_table, quota_board, store_board
from pages.today.figures import day_figures
from pages.today.grades import grade_mix
from pages.today.handing_in import readiness_line
from pages.today.saying import say_tonight
from queries import meeting
from reports.evening import evening
from reports.meeting_text import meeting_text

now = chosen()
actions = heading("meeting", now.place, day_in_words(now.last))
tonight = evening(lambda question, **params: answer(question, scope=now.stores, **params), now.stores, now.last)

if tonight.quota_board.empty and tonight.day_figures["value"].isna().all():
    st.info(t("meeting.empty_day"), icon=":material/event_busy:")
    st.stop()

with actions.popover(t("meeting.copy"), icon=":material/content_copy:"):
    st.caption(t("meeting.copy_help"))
    st.code(meeting_text(tonight, language()), language=None, wrap_lines=True)

readiness_line(tonight, answer(meeting.duty, scope=now.stores, day=now.last))
day_figures(tonight, answer(meeting.trend, scope=now.stores, day=now.last))

left, right = st.columns([13, 7], gap="small")
with left.container(border=True, height="stretch"):
    if tonight.one_store:
        quota_board(tonight, now.assistant)
    else:
        store_board(tonight)
with right.container(border=True, height="stretch"):
    say_tonight(tonight)

with st.container(border=True):
    table = board_table(tonight, answer(meeting.quota_origin, scope=now.stores, day=now.last), now.assistant)

with st.container(border=True):
    grade_mix(answer(meeting.grade_mix, scope=now.stores, day=now.last), now.stores, now.assistant)

download(
    f"{t('frame.pages.meeting.name')} {plain(now.place)}",
    {
        t("meeting.board"): table,
        t("meeting.readiness"): tonight.readiness,
        t("meeting.in_figures"): tonight.day_figures,
    },
    {t(f"meeting.figures.{name}"): t(f"meeting.definitions.{name}") for name in tonight.day_figures["figure"]},
)
