"""What came of sending the evening to the group by itself, and when it goes out next."""

from datetime import date

import streamlit as st

from data.home import home
from data.refusal import Refused
from pages.shared.texts import day_in_words, language, plain, t
from reports.outcomes import last_on
from reports.plan import plan

LOOK = {"failed": st.error, "unsure": st.warning, "missed": st.warning}


def by_itself(day: date) -> None:
    """Draw it, where something is to go out by itself; what went wrong stands out."""
    try:
        planned = plan(home())
    except Refused as problem:
        st.warning(plain(problem.sentence(language())), icon=":material/schedule_send:")
        return
    if planned is None:
        return
    at = f"{planned.at:%H:%M}"
    outcome = last_on(home(), day)
    if outcome is None:
        st.caption(t("robot.by_itself", at=at))
        return
    said = {
        "at": at,
        "day": day_in_words(day),
        "moment": f"{outcome.moment:%H:%M}",
        "why": plain(outcome.sentence(language())),
    }
    LOOK.get(outcome.state, st.caption)(t(f"robot.by_itself_{outcome.state}", **said))
