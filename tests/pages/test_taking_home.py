"""The row of buttons of the evening page."""

from collections.abc import Callable
from io import BytesIO

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from data.store import Store
from data.texts import say
from pages.today import taking_home

Open = Callable[..., AppTest]


def test_the_workbook_is_made_when_asked_in_the_language_of_who_asks(
    app: Open, shop: Store, downloads: dict[str, bytes]
) -> None:
    app(lang="en", stores="旗舰店")
    content = downloads["Operator's summary 旗舰店 2026-11-21.xlsx"]
    board = openpyxl.load_workbook(BytesIO(content))["By assistant"]
    # 周丽 and 徐娜 made one call each that day; the day before does not count.
    assert {row[0].value: row[2].value for row in board.iter_rows(min_row=2)} == {"周丽": 1, "徐娜": 1}


def test_without_a_browser_the_meeting_goes_on(app: Open, shop: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_home, "browser", lambda: None)
    shown = app()
    buttons = {button.proto.label: button.proto for button in shown.get("download_button")}
    assert [buttons[say(f"meeting.take_{name}", "zh")].disabled for name in ("workbook", "picture", "pdf")] == [
        False,
        True,
        True,
    ]
    assert buttons["长图"].help == say("summary.no_browser", "zh")
