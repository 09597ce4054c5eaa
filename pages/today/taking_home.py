"""What leaves the meeting: the text to copy, workbook, picture and PDF to take, and the message to the group."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from data.home import home, now
from data.refusal import Refused
from pages.shared.answers import answer, made
from pages.shared.drawn import hand_out, wanted
from pages.shared.texts import language, plain, t
from pages.today.by_itself import by_itself
from reports.browser import browser
from reports.evening import Evening
from reports.forms import FORMS, file_name, form
from reports.meeting_text import meeting_text
from reports.pushing import push_picture, push_text
from reports.robot import FILE, VARIABLE, Robot, set_up
from reports.summary import Summary, summary

LOOK: Final = {
    "xlsx": ("workbook", ":material/table:"),
    "png": ("picture", ":material/image:"),
    "pdf": ("pdf", ":material/picture_as_pdf:"),
}


@st.fragment
def taking_home(evening: Evening) -> None:
    """Draw the row of buttons; nothing is worked out before somebody asks for it, and nothing else is drawn again."""
    with st.container(horizontal=True, gap="small"):
        with st.popover(t("meeting.copy"), icon=":material/content_copy:"):
            st.caption(t("meeting.copy_help"))
            st.code(made(meeting_text, evening, language()), language=None, wrap_lines=True)
        asked_for = [name for name in FORMS if _file(evening, name)]
        sending = st.popover(t("meeting.send"), icon=":material/send:", key="send", on_change="rerun")
    for name in asked_for:
        file = file_name(evening, language(), name)
        hand_out(_make(evening, name), file_name=file, mime=FORMS[name], key=f"take_{name}_drawn")
    if sending.open:
        with sending:
            _send(evening)
    by_itself(evening.day)


def _file(evening: Evening, name: str) -> bool:
    """Offer one form, and return whether it is to be drawn now."""
    label, icon = LOOK[name]
    said, key = t(f"meeting.take_{label}"), f"take_{name}"
    if name != "xlsx":
        return wanted(said, icon, key=key)
    file, make = file_name(evening, language(), name), _make(evening, name)
    st.download_button(said, make, file_name=file, mime=FORMS[name], icon=icon, on_click="ignore", key=key)
    return False


def _make(evening: Evening, name: str) -> Callable[[], bytes]:
    """Return what makes the file; it may run later, without a session's language."""
    return partial(_made, evening.stores, evening.day, name, language())


def _summary(stores: tuple[str, ...], day: date) -> Summary:
    return summary(lambda question, scope, **params: answer(question, scope=scope, **params), stores, day)


def _made(stores: tuple[str, ...], day: date, name: str, spoken: str) -> bytes:
    return form(name, _summary(stores, day), spoken, now())


def _send(evening: Evening) -> None:
    """Draw what can be sent to the robot, and say what came of it; a refusal ends nothing else."""
    try:
        robot = set_up(home())
    except Refused as problem:
        st.error(plain(problem.sentence(language())))
        return
    if robot is None:
        st.info(t("robot.not_set_up", file=FILE, variable=VARIABLE))
        return
    st.caption(t("meeting.send_help"))
    again = st.checkbox(t("meeting.send_again"), key="send_again")
    if st.button(t("meeting.send_text"), key="send_text"):
        _say(partial(_push_text, evening, robot, again=again))
    takes = robot.kind == "wecom" and browser() is not None
    why = None if takes else t("robot.no_picture" if robot.kind != "wecom" else "summary.no_browser")
    if st.button(t("meeting.send_picture"), key="send_picture", disabled=not takes, help=why):
        _say(partial(_push_picture, evening, robot, again=again))


def _push_text(evening: Evening, robot: Robot, *, again: bool) -> None:
    push_text(evening, language(), robot, home(), again=again)


def _push_picture(evening: Evening, robot: Robot, *, again: bool) -> None:
    push_picture(evening, language(), robot, home(), now(), again=again)


def _say(push: Callable[[], None]) -> None:
    try:
        push()
    except Refused as problem:
        st.error(plain(problem.sentence(language())))
    else:
        st.success(t("robot.sent"))
