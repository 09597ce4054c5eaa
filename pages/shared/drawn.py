"""Files that a browser draws: drawn first, then handed out, so that what goes wrong is said on the page.

A download that works its file out itself would only say, in English, that it failed.
"""

from collections.abc import Callable

import streamlit as st

from data.refusal import Refused
from pages.shared.texts import language, plain, t
from reports.browser import browser


def wanted(label: str, icon: str, *, key: str, about: str | None = None) -> bool:
    """Draw the button that asks for a file, and return whether it was pressed; ``about`` explains it."""
    able = browser() is not None
    return st.button(label, icon=icon, key=key, disabled=not able, help=about if able else t("summary.no_browser"))


def hand_out(draw: Callable[[], bytes], *, file_name: str, mime: str, key: str) -> None:
    """Have the file drawn and offer its download; a refusal is said in the viewer's language."""
    try:
        with st.spinner(t("summary.drawing")):
            content = draw()
    except Refused as problem:
        st.error(plain(problem.sentence(language())), icon=":material/block:")
        return
    st.download_button(
        t("summary.take", file=plain(file_name)),
        content,
        file_name=file_name,
        mime=mime,
        icon=":material/download:",
        type="primary",
        on_click="ignore",
        key=key,
    )
