"""The evening and the next: promises against facts, tomorrow's tasks changed and saved, and the paper taken home."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from data import importing
from data.home import now
from data.store import Store
from data.texts import say

STORE: Final = "旗舰店"
WHO: Final = "周丽"
COLUMN: Final = 1  # of the first number in the forms, after the assistant's name
TOLD_LATER: Final = 500  # ms: a table tells its form after 150 ms without another key, and nothing shows that it has
ROW: Final = 35  # px, of a table; its first row holds the headings


def calls(day: date, number: int) -> str:
    rows = [f"{day} 18:{minute:02},{STORE},{WHO},李女士,1380013{minute:04},接通" for minute in range(number)]
    return "\n".join(["日期,门店,导购,客户姓名,电话,通话结果", *rows])


@pytest.fixture
def evening(home: Path) -> date:
    """Return yesterday, on whose evening the only assistant has handed in three calls."""
    day = now().date() - timedelta(days=1)
    received = datetime.combine(day, time(19, 30))
    with Store(home) as shop:
        prepared = importing.prepare(shop, calls(day, 3).encode(), "calls.csv", received_at=received)
        importing.commit(shop, prepared, at=received, user="uploads_page")
    return day


def write(shown: Page, number: int, button: str) -> None:
    """Write a number into the first row of the form that ``button`` ends, and press it."""
    form = shown.get_by_test_id("stForm").filter(has=shown.get_by_role("button", name=button))
    grid = form.get_by_test_id("stDataFrame")
    grid.scroll_into_view_if_needed()
    written = grid.locator(f"#glide-cell-{COLUMN}-0")
    expect(written).to_be_attached()
    # The name, which is not to be written; what lies over the drawn table takes the click once it stands still.
    grid.locator(".dvn-scroller").click(position={"x": 20, "y": ROW * 1.5})
    shown.keyboard.press("ArrowRight")
    expect(written).to_have_attribute("aria-selected", "true")
    shown.keyboard.press("Enter")
    cell = shown.locator("#portal input")
    cell.fill(str(number))
    cell.press("Enter")
    expect(written).to_have_text(str(number))
    shown.wait_for_timeout(TOLD_LATER)
    form.get_by_role("button", name=button).click()


def test_what_is_promised_tonight_stands_against_what_was_done_the_next_evening(
    viewer: Callable[..., Any], serve: Callable[..., Any], home: Path, evening: date
) -> None:
    server = serve(home).wait()
    window = viewer()
    write(window.open(f"{server.url}/?to={evening}"), 50, say("promises.save", "zh"))
    expect(window.page.get_by_text(say("promises.saved", "zh", count=1))).to_be_visible()

    today = evening + timedelta(days=1)
    shown = window.open(f"{server.url}/uploads")
    shown.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        [{"name": "calls.csv", "mimeType": "text/csv", "buffer": calls(today, 38).encode()}]
    )
    shown.get_by_role("button", name=re.compile("^导入 ")).click()
    expect(shown.get_by_text(re.compile("已导入"))).to_be_visible()
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
    with shown.expect_download() as download:
        shown.get_by_role("button", name=say("tomorrow.print", "zh")).click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    server.stop()
