"""The two ways to look at the evening from afar: the ways there and back, and the top of such a screen."""

from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.shared.filters import Chosen
from pages.shared.heading import data_age
from pages.shared.screens import ADDRESS, Mode
from pages.shared.texts import day_in_words, plain, t

STEP: Final = "step"  # in the address: the step that the meeting has come to
# Letters are larger the wider the screen is; a phone keeps its size. Not by zoom: plotly would measure its place wrong
# and draw a chart wider than it. Streamlit's own names, because the frame is its own.
BIG: Final = (
    "<style>[data-testid=stSidebar],[data-testid=stHeader],[data-testid=stExpandSidebarButton] {display: none}"
    "[data-testid=stMainBlockContainer] {max-width: none; padding-top: 1rem; padding-bottom: 1rem}"
    "[data-testid=stBottomBlockContainer] {max-width: none; padding-top: 0.5rem; padding-bottom: 1rem}"
    "@media (max-width: 640px) {h1 {font-size: 1.5rem !important}}"
    ".st-key-next_step button {min-height: 4rem} .st-key-next_step p {font-size: 1.5rem}"
    "@media (min-width: 1200px) {html {font-size: 115% !important}}"
    "@media (min-width: 1700px) {html {font-size: 150% !important}}</style>"
)


def to_mode(wanted: Mode) -> None:
    """Look at the evening in another way, from its beginning; what is filtered stays."""
    for name in (ADDRESS, STEP):
        st.query_params.pop(name, None)
    st.session_state.pop("began", None)
    if wanted != "page":
        st.query_params[ADDRESS] = wanted


def ways_to_look() -> None:
    """Draw the buttons that lead into the meeting and to the television."""
    for name, icon in (("meeting", ":material/co_present:"), ("tv", ":material/tv:")):
        words, help_ = t(f"meeting.modes.to_{name}"), t(f"meeting.modes.{name}_help")
        st.button(words, icon=icon, help=help_, key=f"to_{name}", on_click=to_mode, args=(name,))


def top(title: str, view: Chosen, *, escape: bool = True) -> DeltaGenerator:
    """Draw the top of a screen seen from afar: ``title``, the way back, what is filtered and how old the data is.

    ``escape``: whether the key of that name leads back too. Returns where the screen says how far it has come.
    """
    st.html(BIG)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(title, anchor=False, width="content")
        st.button(
            t("meeting.modes.leave"),
            key="leave",
            shortcut="Esc" if escape else None,
            type="tertiary",
            on_click=to_mode,
            args=("page",),
        )
    who = view.assistant or t("filters.all_assistants")
    parts = (f"**{plain(view.place)}**", f"**{day_in_words(view.last)}**", plain(who), data_age(view.stores))
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(" · ".join(parts), width="content")
        return st.container(width="content")
