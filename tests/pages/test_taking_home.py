"""The row of buttons of the evening page."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from data.store import Store
from data.texts import LANGUAGES, say
from pages.shared import drawn
from pages.shared.texts import plain
from pages.today import taking_home
from reports import browser

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
    monkeypatch.setattr(drawn, "browser", lambda: None)
    shown = app()
    buttons = {button.label: button for button in shown.button}
    assert [buttons[say(f"meeting.take_{name}", "zh")].disabled for name in ("picture", "pdf")] == [True, True]
    assert buttons["长图"].help == say("summary.no_browser", "zh")
    (workbook,) = [found.proto for found in shown.get("download_button") if found.proto.label == "汇总表"]
    assert not workbook.disabled


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_browser_that_fails_is_said_in_words_and_can_be_tried_again(
    app: Open, shop: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str
) -> None:
    failing = tmp_path / "chromium"
    failing.write_text("#!/bin/sh\nexit 3\n")
    failing.chmod(0o700)
    monkeypatch.setattr(browser, "browser", lambda: failing)
    shown = app(lang=language)
    button = next(one for one in shown.button if one.label == say("meeting.take_picture", language))
    button.click().run()
    assert [error.value for error in shown.error] == [plain(say("summary.browser_failed", language))]
    monkeypatch.setattr(taking_home, "form", lambda *_: b"PNG")
    button.click().run()
    assert not shown.error
    (download,) = [found.proto for found in shown.get("download_button") if found.proto.label.endswith("png")]
    assert download.label.startswith(say("summary.take", language, file=""))
