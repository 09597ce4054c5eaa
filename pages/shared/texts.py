"""The session's language, and data made safe for places that read Markdown."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

import streamlit as st

from data.texts import LANGUAGES, days, lists, say

JOINER: Final = "\u2060"  # invisible, and enough to keep ":moon:" or "www.a.cn" from being read as an icon or a link
SPECIAL: Final = re.compile(r"([!-/:-@\[-`{-~])")
STILL_READ: Final = re.compile(r"(\\[:@.>-])")  # what Streamlit reads even when escaped


def language() -> str:
    """Return the language of this session: "zh" or "en"."""
    spoken: str = st.session_state.get("lang", LANGUAGES[0])
    return spoken


def settle_language() -> None:
    """Take the language from the URL (``lang``), else keep the session's, and write it back for links to share."""
    asked = st.query_params.get("lang", language())
    speak(asked if asked in LANGUAGES else LANGUAGES[0])


def speak(name: str) -> None:
    """Make ``name`` the session's language; the first one needs no word in the URL."""
    st.session_state["lang"] = name
    if name == LANGUAGES[0]:
        st.query_params.pop("lang", None)
    elif name != st.query_params.get("lang"):
        st.query_params["lang"] = name


def t(key: str, **values: object) -> str:
    """Return the text ``key`` in the session's language."""
    return say(key, language(), **values)


def listed(things: Iterable[object]) -> str:
    """Return ``things`` one after the other, in the session's language."""
    return lists.listed(things, language())


def plain(name: object) -> str:
    """Return ``name`` so that a Markdown label shows it as written: a store's name is data, not formatting.

    Unescaped, a store called ``![](http://…)`` loads a picture from elsewhere in every label it appears in.
    """
    escaped = SPECIAL.sub(r"\\\1", " ".join(str(name).split()))
    return STILL_READ.sub(rf"{JOINER}\1{JOINER}", escaped)


def day_in_words(day: date) -> str:
    """Return ``day`` as the shop says it, in the session's language."""
    return days.day_in_words(day, language())
