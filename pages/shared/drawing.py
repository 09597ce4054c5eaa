"""One way to draw a chart, in the colours of the viewer's theme, on wide screens and on phones."""

from collections.abc import Callable, Iterator
from typing import Final

import plotly.graph_objects as go
import streamlit as st

from charts.enlarging import enlarged
from charts.palette import DARK, LIGHT, Palette
from pages.shared.screens import mode

NARROW: Final = 640  # px, where Streamlit stacks its columns
STYLE: Final = (
    f"<style>@media (max-width: {NARROW}px) {{[class*='st-key-wide_'] {{display: none}}}}"
    f"@media (min-width: {NARROW + 1}px) {{[class*='st-key-narrow_'] {{display: none}}}}</style>"
)
CONFIG: Final = {"displayModeBar": False}
FAR: Final = 1.3  # times as large, for who sits at the back of the room


def fit_to_screens() -> None:
    """Let the browser show the wide or the narrow one of what ``draw_to_fit`` draws; once a run is enough."""
    st.html(STYLE)


def palette() -> Palette:
    """Return the colours of the theme this session sees."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def draw(figure: go.Figure, alt: str, key: str) -> None:
    """Draw ``figure``; ``alt`` says what it shows to who can't see it. From afar it is larger, but not on a phone."""
    if mode() == "page":
        _put(figure, alt, key)
    else:
        draw_to_fit(lambda _: figure, alt, key)


def draw_to_fit(build: Callable[[bool], go.Figure], alt: str, key: str) -> None:
    """Draw ``build(narrow)`` twice; the browser shows the one that fits, because only it knows how wide it is."""
    for shape, narrow in shapes(key):
        figure = build(narrow)
        _put(figure if narrow or mode() == "page" else enlarged(figure, FAR), alt, f"{key}_{shape}")


def _put(figure: go.Figure, alt: str, key: str) -> None:
    st.plotly_chart(figure, key=key, alt=alt, config=CONFIG, theme=None)


def shapes(key: str) -> Iterator[tuple[str, bool]]:
    """Yield the name of each shape and whether it is narrow; what is drawn meanwhile shows where it fits."""
    for shape, narrow in (("wide", False), ("narrow", True)):
        with st.container(key=f"{shape}_{key}"):
            yield shape, narrow


def only_wide(key: str) -> "st.delta_generator.DeltaGenerator":
    """Return a container that a phone leaves out."""
    return st.container(key=f"wide_{key}")
