"""What has to be said tonight, the most urgent first."""

from typing import Final

import streamlit as st

from pages.shared.answers import made
from pages.shared.texts import language, plain, t
from reports.evening import Evening
from reports.tonight import tonight

LOOK: Final = {
    "below": ":red[:material/error:]",
    "unsure": ":orange[:material/help:]",
    "pass": ":green[:material/star:]",
}


def say_tonight(evening: Evening) -> None:
    """Draw the findings of the evening."""
    st.markdown(f"**{t('meeting.tonight')}**")
    found = made(tonight, evening, language())
    for finding in found:
        st.markdown(f"{LOOK[finding.weight]} **{plain(finding.head)}** {plain(finding.rest)}")
    if not found:
        st.caption(t("meeting.nothing_to_say"))
