"""An evening of one assistant, and what people do with it in a browser."""

import re
from datetime import date
from typing import Final

from playwright.sync_api import Page, expect

STORE: Final = "旗舰店"
WHO: Final = "周丽"
COLUMN: Final = 1  # of the first number in the forms, after the assistant's name
TOLD_LATER: Final = 500  # ms: a table tells its form after 150 ms without another key, and nothing shows that it has
ROW: Final = 35  # px, of a table; its first row holds the headings


def calls(day: date, number: int) -> str:
    rows = [f"{day} 18:{minute:02},{STORE},{WHO},李女士,1380013{minute:04},接通" for minute in range(number)]
    return "\n".join(["日期,门店,导购,客户姓名,电话,通话结果", *rows])


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


def bring(shown: Page, log: str) -> None:
    """Bring a log of calls on the page of uploads, which is ``shown``, and let it in."""
    shown.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        [{"name": "calls.csv", "mimeType": "text/csv", "buffer": log.encode()}]
    )
    shown.get_by_role("button", name=re.compile("^导入 ")).click()
    expect(shown.get_by_text(re.compile("已导入"))).to_be_visible()
