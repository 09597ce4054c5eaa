"""Where customers stop these weeks, and who is about to be lost tonight."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages.shared.answers import answer, made
from pages.shared.customer_list import CustomerList, draw_list, list_of
from pages.shared.drawing import draw
from pages.shared.stages import stages_figure
from pages.shared.texts import language, plain, t
from queries import meeting
from reports.calling import to_call
from reports.evening import LISTED, Evening, costliest


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


def whom_to_call(evening: Evening, assistant: str | None) -> None:
    """Say the same as lines to be read from afar."""
    head, *lines = made(to_call_in_words, evening, assistant)
    st.markdown(f"**{head}**")
    for line in lines:
        st.markdown(f":red[:material/phone:] {plain(line)}")


def slipping_list(evening: Evening, assistant: str | None) -> CustomerList:
    """Return these customers as a list."""
    return list_of(_slipping(evening, assistant), t("meeting.slipping"), evening.stores)


def to_call_in_words(evening: Evening, assistant: str | None) -> list[str]:
    """Return how many these customers are, and a line for each of the most urgent."""
    return to_call(_slipping(evening, assistant), language(), one_store=evening.one_store)


def _slipping(evening: Evening, assistant: str | None) -> pd.DataFrame:
    # The evening knows the most urgent of all: an assistant's own may come after them.
    if assistant is None:
        return evening.slipping
    return answer(meeting.slipping, scope=evening.stores, day=evening.day, assistant=assistant, most=LISTED)


def funnel_figure(evening: Evening) -> go.Figure:
    """Build the chart of the stages."""
    step = costliest(evening.bottlenecks)
    stages = evening.stages.assign(still_open=evening.still_open["customers"])
    return stages_figure(stages, {} if step is None else {step["metric"]: step["rate"]})
