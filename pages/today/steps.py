"""The evening step by step: led through by who holds the meeting, or turned over by itself on a television."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

import streamlit as st

from data.home import now
from pages.shared.answers import answer, made, store
from pages.shared.filters import Chosen
from pages.shared.texts import t
from pages.today.board import draw_board
from pages.today.figures import day_figures
from pages.today.handing_in import readiness_line
from pages.today.modes import STEP, to_mode, top
from pages.today.promising import last_nights_promises, lines_of, promise_tomorrow
from pages.today.saying import say_tonight
from pages.today.stopping import where_customers_stop, whom_to_call
from queries import meeting
from reports.evening import Evening

Block = Callable[[Evening, Chosen], None]
TYPED: Final = "tomorrow"  # the step in which somebody types: its keys move in the table, not in the meeting
TICK: Final = 1.0  # seconds between two looks at the clock
EVERY: Final = 2.0  # seconds between two looks at whether anything has come in


def _boxed(block: Block) -> Block:
    def draw(evening: Evening, view: Chosen) -> None:
        with st.container(border=True):
            block(evening, view)

    return draw


def _one_below_the_other(*blocks: Block) -> Block:
    def draw(evening: Evening, view: Chosen) -> None:
        for block in blocks:
            block(evening, view)

    return draw


_READINESS: Final = _one_below_the_other(
    lambda evening, _: readiness_line(evening), lambda evening, _: day_figures(evening)
)
_TONIGHT: Final = _boxed(lambda evening, _: say_tonight(evening))
# In the order of the meeting; the question of each is a text of its name.
_BETWEEN: Final[dict[str, Block]] = {
    "promises": lambda evening, view: last_nights_promises(evening, view.assistant),
    "quotas": _boxed(lambda evening, view: draw_board(evening, view.assistant)),
    "bottleneck": _boxed(lambda evening, _: where_customers_stop(evening)),
    "lost": _boxed(lambda evening, view: whom_to_call(evening, view.assistant)),
}
MEETING: Final[dict[str, Block]] = {
    "readiness": _READINESS,
    **_BETWEEN,
    TYPED: _one_below_the_other(_TONIGHT, _boxed(lambda _, view: promise_tomorrow(view))),
}
TELEVISION: Final[dict[str, Block]] = {"today": _one_below_the_other(_READINESS, _TONIGHT), **_BETWEEN}


def lead_through(evening: Evening, view: Chosen) -> None:
    """Draw one step of the meeting with its time, and the way to the next and back."""
    names = _worth_a_look(MEETING, evening, view)
    asked = st.query_params.get(STEP)
    step = asked if asked in names else names[0]
    beside = top(t(f"meeting.steps.{step}"), view, escape=step != TYPED)
    minutes, _ = _pace(evening)
    with beside:
        _time_left(_began(), round(60 * minutes / len(names)), names.index(step) + 1, len(names))
    MEETING[step](evening, view)
    with st.bottom:
        _ways(names, names.index(step))


def turn_over(evening: Evening, view: Chosen) -> None:
    """Draw what the meeting is about one after the other; nothing has to be touched, also when something comes in."""
    names = _worth_a_look(TELEVISION, evening, view)
    _, seconds = _pace(evening)
    turns = (now() - _began()) // timedelta(seconds=seconds)
    name = names[turns % len(names)]
    beside = top(t(f"meeting.steps.{name}"), view)
    beside.markdown(f":gray[{t('meeting.modes.screen', screen=names.index(name) + 1, screens=len(names))}]")
    TELEVISION[name](evening, view)
    wait(_began() + timedelta(seconds=seconds) * (turns + 1))


def wait(until: datetime | None = None) -> None:
    """Draw everything anew at ``until``, and as soon as the data has changed."""
    with store().moment() as drawn:
        _watch(drawn, until)


def _worth_a_look(steps: dict[str, Block], evening: Evening, view: Chosen) -> list[str]:
    return [name for name in steps if name != "promises" or made(lines_of, evening, view.assistant)]


def _began() -> datetime:
    began: datetime = st.session_state.setdefault("began", now())
    return began


def _pace(evening: Evening) -> tuple[int, int]:
    pace = answer(meeting.pace, scope=evening.stores, day=evening.day).iloc[0]
    return int(pace["meeting_minutes"]), int(pace["tv_seconds"])


@st.fragment(run_every=TICK)
def _time_left(began: datetime, seconds: int, step: int, steps: int) -> None:
    left = seconds - int((now() - began).total_seconds())
    clock = f"{abs(left) // 60}:{abs(left) % 60:02}"
    said = t("meeting.modes.left" if left >= 0 else "meeting.modes.over", clock=clock)
    look = ":green[:material/timer:]" if left >= 0 else ":red[:material/timer_off:]"
    st.markdown(f":gray[{t('meeting.modes.step', step=step, steps=steps)}] {look} **{said}**")


@st.fragment(run_every=EVERY)
def _watch(drawn: int, until: datetime | None) -> None:
    if store().data_version() != drawn or (until is not None and now() >= until):
        st.rerun()


def _go(name: str) -> None:
    st.query_params[STEP] = name
    st.session_state.pop("began", None)


def _ways(names: list[str], place: int) -> None:
    more = place + 1 < len(names)
    following = names[place + 1] if more else "page"
    words = t("meeting.modes.next", step=t(f"meeting.step_names.{following}")) if more else t("meeting.modes.end")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            t("meeting.modes.back"),
            key="last_step",
            shortcut=None if names[place] == TYPED else "Left",
            type="tertiary",
            disabled=not place,
            on_click=_go,
            args=(names[max(place - 1, 0)],),
        )
        st.button(
            words,
            key="next_step",
            type="primary",
            width="stretch",
            shortcut="Right" if more else None,
            on_click=_go if more else to_mode,
            args=(following,),
        )
