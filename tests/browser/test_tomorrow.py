"""The evening and the next: promises against facts, tomorrow's tasks changed and saved, and the paper taken home."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from data.texts import say
from tests.browser.evenings import COLUMN, WHO, bring, calls, write


def test_what_is_promised_tonight_stands_against_what_was_done_the_next_evening(
    viewer: Callable[..., Any], serve: Callable[..., Any], home: Path, evening: date
) -> None:
    server = serve(home).wait()
    window = viewer()
    write(window.open(f"{server.url}/?to={evening}"), 50, say("promises.save", "zh"))
    expect(window.page.get_by_text(say("promises.saved", "zh", count=1))).to_be_visible()

    today = evening + timedelta(days=1)
    shown = window.open(f"{server.url}/uploads")
    bring(shown, calls(today, 38))
    shown = window.open(f"{server.url}/?to={today}")
    expect(shown.get_by_text(say("promises.title", "zh"))).to_be_visible()
    expect(shown.get_by_text(re.compile(f"{WHO}.*50.*38.*12"))).to_be_visible()  # 50 − 38
    server.stop()


@pytest.mark.parametrize("width", [1920, 390])
def test_tomorrows_tasks_are_changed_saved_and_taken_home(
    viewer: Callable[..., Any], serve: Callable[..., Any], home: Path, evening: date, width: int
) -> None:
    server = serve(home).wait()
    window = viewer(width)
    address = f"{server.url}/tomorrow?to={evening}"
    write(window.open(address), 44, say("tomorrow.save", "zh"))
    expect(window.page.get_by_text(re.compile("任务存好了"))).to_be_visible()
    shown = window.open(address)
    expect(shown.locator(f"#glide-cell-{COLUMN}-0").first).to_have_text("44")
    shown.get_by_role("button", name=say("tomorrow.print", "zh")).click()
    with shown.expect_download() as download:
        shown.get_by_role("button", name=re.compile(f"{say('summary.take', 'zh', file='')}.*pdf")).click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    server.stop()
