"""How a page is looked at: close by, or from afar, led through in a meeting or left on a television."""

from typing import Final, Literal

import streamlit as st

Mode = Literal["page", "meeting", "tv"]
ADDRESS: Final = "mode"


def mode() -> Mode:
    """Return how the address wants the page to be looked at."""
    asked = st.query_params.get(ADDRESS)
    return "meeting" if asked == "meeting" else "tv" if asked == "tv" else "page"
