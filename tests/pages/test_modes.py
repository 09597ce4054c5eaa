"""The evening led through step by step, and left on a television."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from data.home import now
from data.promises import Promise, promise
from data.store import Store
from data.texts import say
from pages.shared import answers
from queries import meeting
from reports.evening import LISTED

Open = Callable[..., AppTest]
SECONDS = 20  # of a screen on a television, by the rule as it comes
STEPS = ["readiness", "quotas", "bottleneck", "lost", "tomorrow"]


def question(step: str) -> str:
    return say(f"meeting.steps.{step}", "zh")


@pytest.mark.usefixtures("shop")
def test_one_button_leads_through_the_meeting_and_out_of_it(app: Open, set_clock: Callable[[datetime], None]) -> None:
    set_clock(datetime(2026, 11, 21, 20, 5))
    shown = app(mode="meeting", stores="旗舰店")
    for step in STEPS:
        assert shown.title[0].value == question(step)
        shown = shown.button(key="next_step").click().run()
    assert shown.title[0].value == "夕会 · 旗舰店"


def test_the_second_step_is_last_nights_promises_where_somebody_promised(
    app: Open, shop: Store, set_clock: Callable[[datetime], None]
) -> None:
    set_clock(datetime(2026, 11, 21, 20, 5))
    given = {"周丽": Promise(calls=5)}
    promise(shop, given, for_store="旗舰店", day=date(2026, 11, 21), at=datetime(2026, 11, 20, 20), by="t")
    shown = app(mode="meeting", stores="旗舰店").button(key="next_step").click().run()
    assert shown.title[0].value == question("promises")
    assert any("第 2 步，共 6 步" in line.value for line in shown.markdown)


@pytest.mark.usefixtures("shop")
def test_the_time_is_shared_out_evenly_and_runs_over(app: Open, set_clock: Callable[[datetime], None]) -> None:
    set_clock(datetime(2026, 11, 21, 20, 5))
    shown = app(mode="meeting", stores="旗舰店")
    # 10 minutes over 5 steps: 2 minutes each.
    assert any("还剩 2:00" in line.value for line in shown.markdown)
    set_clock(datetime(2026, 11, 21, 20, 8, 30))
    assert any("超时 1:30" in line.value for line in shown.run().markdown)


@pytest.mark.usefixtures("shop")
def test_a_television_turns_over_by_itself_and_begins_again(app: Open, set_clock: Callable[[datetime], None]) -> None:
    began = datetime(2026, 11, 21, 20, 5)
    set_clock(began)
    shown = app(mode="tv", stores="旗舰店")
    screens = ["today", *STEPS[1:-1]]
    for turn, screen in enumerate([*screens, screens[0]]):
        set_clock(began + timedelta(seconds=SECONDS * turn))
        shown = shown.run()
        assert shown.title[0].value == question(screen)
        place = say("meeting.modes.screen", "zh", screen=turn % 4 + 1, screens=4)
        assert any(place in line.value for line in shown.markdown)


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize("mode", ["meeting", "tv"])
def test_filters_and_age_stay_in_sight_also_on_an_empty_day(app: Open, mode: str) -> None:
    for day in ("2026-11-21", "2026-11-10"):
        shown = app(mode=mode, stores="旗舰店", to=day)
        top = next(line.value for line in shown.markdown if "数据截至" in line.value)
        assert "旗舰店" in top
        assert ([info.value for info in shown.info] == [say("meeting.empty_day", "zh")]) == (day == "2026-11-10")
        assert shown.button(key="leave").click().run().title[0].value == "夕会 · 旗舰店"


@pytest.mark.usefixtures("demo_home")
def test_an_assistant_sees_their_own_customers_also_when_others_are_more_urgent(app: Open) -> None:
    found = meeting.slipping(answers.store(), answers.store().all_stores(), now().date(), None, 500)
    who = next(name for name in found["assistant"] if name not in set(found["assistant"][:LISTED]))
    own = int((found["assistant"] == who).sum())
    shown = app(mode="meeting", step="lost", assistant=who)
    lines = [line.value for line in shown.markdown if ":material/phone:" in line.value]
    assert len(lines) == min(own, LISTED)
    assert all(f"：{who}" in line for line in lines)
