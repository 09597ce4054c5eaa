"""The meeting led through by keyboard and by finger, and the television that nobody touches."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from data.texts import say
from tests.browser.evenings import STORE, bring, calls, write

STEPS: Final = ("readiness", "promises", "quotas", "bottleneck", "lost", "tomorrow")
ROUND: Final = 120_000  # ms: by then every screen of a television, 20 s each, has come twice
FITS: Final = "document.documentElement.scrollWidth <= window.innerWidth"
WHOLE_CHARTS: Final = """() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every((chart) => {
    const drawn = chart.querySelector('.main-svg');
    const wide = (element) => element.getBoundingClientRect().width;
    return chart.offsetParent === null || wide(drawn) <= wide(chart) + 1;
})"""


def expect_step(shown: Page, step: str) -> None:
    expect(shown.get_by_role("heading", level=1)).to_have_text(say(f"meeting.steps.{step}", "zh"))


@pytest.mark.parametrize("width", [1920, 1440])
def test_keys_lead_through_the_meeting_and_out_of_it(viewer: Callable[..., Any], demo_server: Any, width: int) -> None:
    window = viewer(width)
    shown = window.open(f"{demo_server.url}/?to=2026-11-24&stores={STORE}")
    shown.get_by_role("button", name=say("meeting.modes.to_meeting", "zh")).click()
    for step in STEPS:
        expect_step(shown, step)
        window.settled()
        assert shown.evaluate(FITS)
        assert shown.evaluate(WHOLE_CHARTS)
        shown.keyboard.press("ArrowRight")
    expect_step(shown, STEPS[-1])  # where promises are typed no key leads on
    shown.get_by_role("button", name=say("meeting.modes.back", "zh")).click()
    expect_step(shown, STEPS[-2])
    window.settled()
    shown.keyboard.press("ArrowLeft")
    expect_step(shown, STEPS[-3])
    window.settled()
    shown.keyboard.press("Escape")
    expect(shown.get_by_role("heading", level=1)).to_have_text(re.compile(STORE))
    assert "mode=" not in shown.url
    assert window.complaints == []


def test_a_finger_leads_through_the_meeting_on_a_phone(
    viewer: Callable[..., Any], serve: Callable[..., Any], home: Path, evening: date
) -> None:
    server = serve(home).wait()
    window = viewer(390)
    shown = window.open(f"{server.url}/?mode=meeting&to={evening}")
    for step in (step for step in STEPS if step != "promises"):  # nobody promised the evening before
        expect_step(shown, step)
        assert window.settled().evaluate(FITS)
        if step != STEPS[-1]:
            shown.locator(".st-key-next_step button").click()
    write(shown, 50, say("promises.save", "zh"))
    expect(shown.get_by_text(say("promises.saved", "zh", count=1))).to_be_visible()
    shown.get_by_role("button", name=say("meeting.modes.end", "zh")).click()
    expect(shown.get_by_role("heading", level=1)).to_have_text(re.compile(say("frame.pages.meeting.name", "zh")))
    server.stop()


def test_a_television_moves_on_to_the_day_that_came_in_and_keeps_what_is_filtered(
    viewer: Callable[..., Any], serve: Callable[..., Any], home: Path, evening: date
) -> None:
    server = serve(home).wait()
    television = viewer(1920)
    screen = television.open(f"{server.url}/?mode=tv&stores={STORE}")
    calls_made = screen.get_by_test_id("stMetricValue").first
    expect(calls_made).to_have_text("3", timeout=ROUND)
    expect(screen.get_by_test_id("stSidebar")).to_be_hidden()
    bring(viewer().open(f"{server.url}/uploads"), calls(evening + timedelta(days=1), 41))
    expect(calls_made).to_have_text("41", timeout=ROUND)
    expect(screen.get_by_text(re.compile(f"{STORE}.*数据截至"))).to_be_visible()
    assert television.complaints == []
    server.stop()
