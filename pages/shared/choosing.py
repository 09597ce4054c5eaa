"""One way to choose a bar of a chart, to see what stands behind it, and one to choose a store of several."""

from collections.abc import Callable, Mapping
from functools import partial

import plotly.graph_objects as go
import streamlit as st

from pages.shared.drawing import CONFIG, draw, shapes
from pages.shared.filters import Chosen
from pages.shared.texts import t


def choose(build: Callable[[bool], go.Figure], alt: str, key: str, options: Mapping[str, str]) -> str | None:
    """Draw ``build(narrow)`` as ``draw_to_fit`` does, and below it ``options``, code → words; return the chosen code.

    Where the screen is wide, a click on a bar or marker chooses the code that is its ``customdata``, and a second one
    lets it go. (Heat maps and flows take no clicks: lay markers over them.) On a phone the chart takes none either: it
    would keep the finger from scrolling the page. What was chosen stays chosen for who comes back to the page.
    """
    choice, kept = f"{key}_choice", f"{key}_kept"  # a widget's own state ends when another page is drawn
    code = st.session_state.get(choice, st.session_state.get(kept))
    st.session_state[choice] = code if code in options else None
    for shape, narrow in shapes(key):
        chart = f"{key}_{shape}"
        if narrow:
            draw(build(narrow), alt, chart)
        else:
            st.plotly_chart(
                build(narrow),
                key=chart,
                alt=alt,
                config=CONFIG,
                theme=None,
                on_select=partial(_take, chart, choice, options),
                selection_mode="points",
            )
    code = st.session_state[kept] = st.selectbox(
        t("customers.choose"),
        options,
        index=None,
        format_func=options.__getitem__,
        placeholder=t("customers.choose_one"),
        key=choice,
        label_visibility="collapsed",
    )
    return code


def choose_store(view: Chosen, key: str) -> str | None:
    """Return the chosen store; of several, let one be chosen, None until then. ``key`` says for what."""
    if len(view.stores) == 1:
        return view.stores[0]
    return st.selectbox(
        t("filters.one_store"),
        view.stores,
        index=None,
        placeholder=t(f"filters.store_for.{key}"),
        key=f"{key}_store",
        label_visibility="collapsed",
    )


def _take(chart: str, choice: str, options: Mapping[str, str]) -> None:
    points = st.session_state[chart].selection.points
    st.session_state[choice] = next((code for point in points if (code := point.get("customdata")) in options), None)
