"""Funnel: at which step do customers stop, and what does it cost?"""

import streamlit as st

from pages.shared.answers import made
from pages.shared.filters import chosen
from pages.shared.heading import heading
from pages.shared.texts import language, plain, t
from pages.team.behind import tables_behind
from pages.team.causes import draw_causes, list_cause
from pages.team.comparing import draw_cuts
from pages.team.journey import Journey, journey_of, way_of
from pages.team.losing import draw_losses, list_lost
from pages.team.rates import draw_rates
from pages.team.stages import choose_funnel, draw_stages, list_stage
from pages.team.timing import draw_cohorts, draw_first_contact, draw_source_grades, draw_waits
from reports.funnel_words import answer


def answer_of(journey: Journey) -> tuple[str, str]:
    """Return the answer to the page's question, and its figures."""
    return answer(journey.evidence.rates, journey.evidence.bottlenecks, language())


view = chosen()
heading("funnel", view.place)
journey = made(journey_of, view)
if not any(made(way_of, view, name).stages["customers"].any() for name in ("leads", "campaign")):
    st.info(t("funnel.empty"), icon=":material/event_busy:")
    st.stop()

said, figures = made(answer_of, journey)
st.subheader(plain(said), anchor=False)
if figures:
    st.markdown(f":gray[{plain(figures)}]")

left, right = st.columns([11, 9], gap="small")
with left.container(border=True):
    st.markdown(f"**{t('funnel.funnel')}** :gray[{t('funnel.click_help')}]")
    way = made(way_of, view, choose_funnel())
    stage = draw_stages(journey, way)
with left.container(border=True):
    cause = draw_causes(journey)
with right.container(border=True, height="stretch"):
    draw_rates(journey, way.funnel)
if stage:
    list_stage(journey, way, stage)
if cause:
    list_cause(journey, cause)

draw_cuts(view, way.funnel)

left, right = st.columns(2, gap="small")
with left.container(border=True, height="stretch"):
    draw_waits(way)
    draw_source_grades(journey)
with right.container(border=True, height="stretch"):
    draw_first_contact(journey)

left, right = st.columns([11, 9], gap="small")
with left.container(border=True, height="stretch"):
    draw_cohorts(way)
with right.container(border=True, height="stretch"):
    lost = draw_losses(journey)
if lost is not None:
    list_lost(journey, lost)

tables_behind(journey)
