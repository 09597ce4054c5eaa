"""Where customers stop these weeks, and who is about to be lost tonight."""

import plotly.graph_objects as go
import streamlit as st

from pages.shared.answers import made
from pages.shared.customer_list import CustomerList, draw_list, list_of
from pages.shared.drawing import draw
from pages.shared.people import of
from pages.shared.stages import stages_figure
from pages.shared.texts import t
from reports.evening import Evening, costliest


def where_customers_stop(evening: Evening) -> None:
    """Draw the funnel of the leads, with the step that costs most marked."""
    st.markdown(f"**{t('meeting.funnel')}** :gray[{t('meeting.funnel_help')}]")
    if not evening.stages["customers"].any():
        st.caption(t("meeting.no_leads"))
        return
    draw(made(funnel_figure, evening), t("meeting.funnel_alt"), "evening_funnel")
    st.page_link("team/funnel.py", label=t("meeting.to_funnel"), icon=":material/filter_alt:")


def about_to_be_lost(evening: Evening, assistant: str | None) -> None:
    """Draw the intent customers whom nobody has touched for too long."""
    draw_list(made(slipping_list, evening, assistant), "slipping")


def slipping_list(evening: Evening, assistant: str | None) -> CustomerList:
    """Return these customers as a list."""
    return list_of(of(assistant, evening.slipping), t("meeting.slipping"), evening.stores)


def funnel_figure(evening: Evening) -> go.Figure:
    """Build the chart of the stages."""
    step = costliest(evening.bottlenecks)
    stages = evening.stages.assign(still_open=evening.still_open["customers"])
    return stages_figure(stages, {} if step is None else {step["metric"]: step["rate"]})
