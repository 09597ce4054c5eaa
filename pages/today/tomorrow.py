"""Tomorrow: whom does each assistant call, invite and receive?"""

import streamlit as st

from pages.shared.answers import made
from pages.shared.choosing import choose_store
from pages.shared.filters import chosen
from pages.shared.heading import heading
from pages.shared.tables import download
from pages.shared.texts import day_in_words, language, plain, t
from pages.today.assigning import assign
from pages.today.calling import draw_effort, draw_list_of, draw_nobody, plan_of, print_button, sheets
from reports.tomorrow_words import answer, closed_in_words

view = chosen()
plan = made(plan_of, view)
heading("tomorrow", view.place, day_in_words(plan.day))
closed = closed_in_words(plan.closed, day_in_words(plan.day), language())
if closed or plan.people.empty:
    st.info(plain(closed) or t("tomorrow.empty", day=day_in_words(plan.day)), icon=":material/event_busy:")
if plan.people.empty:
    draw_nobody(plan)
    st.stop()

st.subheader(plain(made(answer, plan, language())), anchor=False)
draw_nobody(plan)
with st.container(border=True):
    place = choose_store(view, "tomorrow")
    assign(plan, place)
if place is not None:
    with st.container(border=True):
        draw_list_of(plan, place)
with st.container(border=True):
    draw_effort(plan)

print_button(view)
download(
    f"{t('frame.pages.tomorrow.name')} {view.place}",
    made(sheets, plan),
    {t(f"tables.codes.call_for.{name}"): t(f"tomorrow.definitions.{name}") for name in plan.lists["call_for"].unique()},
)
