"""The grades that each assistant gave today."""

import pandas as pd
import streamlit as st

from charts.grade_mix import grade_mix as mix_figure
from pages.shared.drawing import draw, palette
from pages.shared.people import labels, of
from pages.shared.texts import t


def grade_mix(customers: pd.DataFrame, stores: tuple[str, ...], assistant: str | None) -> None:
    """Draw today's customers by grade; one row an assistant, or a store where there are several."""
    st.markdown(f"**{t('meeting.grades')}** :gray[{t('meeting.grades_help')}]")
    mix = of(assistant, customers)
    if mix.empty:
        st.caption(t("meeting.no_grades"))
        return
    if len(stores) > 1 and assistant is None:
        mix = mix.groupby(["store", "grade"], dropna=False, sort=False)[["customers"]].sum().reset_index()
        mix = mix.assign(assistant=mix["store"], label=mix["store"])
    else:
        mix = mix.assign(label=labels(mix, stores))
    draw(mix_figure(mix, {"ungraded": t("meeting.ungraded")}, palette()), t("meeting.grades_alt"), "grade_mix")
