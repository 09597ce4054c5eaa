"""The grades that each assistant gave today."""

import plotly.graph_objects as go
import streamlit as st

from charts.grade_mix import grade_mix as mix_figure
from pages.shared.answers import made
from pages.shared.drawing import draw, palette
from pages.shared.people import labels, of
from pages.shared.texts import t
from reports.evening import Evening


def grade_mix(evening: Evening, assistant: str | None) -> None:
    """Draw today's customers by grade; one row an assistant, or a store where there are several."""
    st.markdown(f"**{t('meeting.grades')}** :gray[{t('meeting.grades_help')}]")
    if of(assistant, evening.grade_mix).empty:
        st.caption(t("meeting.no_grades"))
    else:
        draw(made(grades_figure, evening, assistant), t("meeting.grades_alt"), "grade_mix")


def grades_figure(evening: Evening, assistant: str | None) -> go.Figure:
    """Build the chart of the grades."""
    mix = of(assistant, evening.grade_mix)
    if evening.one_store or assistant:
        mix = mix.assign(label=labels(mix, evening.stores))
    else:
        mix = mix.groupby(["store", "grade"], dropna=False, sort=False)[["customers"]].sum().reset_index()
        mix = mix.assign(assistant=mix["store"], label=mix["store"])
    return mix_figure(mix, {"ungraded": t("meeting.ungraded")}, palette())
