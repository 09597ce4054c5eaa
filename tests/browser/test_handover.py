"""Handing over a leaver's customers: the list is downloaded, uploaded as it is, and nobody is left without somebody."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import expect

from data.texts import say

STORE: Final = "新城店"  # somebody of the demo shop has left it
LEAVER: Final = "任浩宇"
LEFT: Final = re.compile(f"{LEAVER}已离职，")  # the finding, not the mark in the chart


def test_a_downloaded_handover_goes_in_as_it_is(
    viewer: Callable[..., Any], serve: Callable[..., Any], demo_home: Path, tmp_path: Path
) -> None:
    server = serve(demo_home).wait()
    window = viewer()
    shown = window.open(f"{server.url}/assets?stores={STORE}&to=2026-11-25")
    expect(shown.get_by_text(LEFT)).to_be_visible()
    with shown.expect_download() as download:
        shown.get_by_role("button", name=say("assets.handover_file", "zh"), exact=True).click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert LEAVER in file.name

    window.open(f"{server.url}/uploads")
    shown.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(file)
    shown.get_by_role("button", name=re.compile("^导入 ")).click()
    expect(shown.get_by_text(re.compile("已导入"))).to_be_visible()
    shown = window.open(f"{server.url}/assets?stores={STORE}&to=2026-11-25")
    expect(shown.locator("h1")).to_contain_text(say("frame.pages.assets.name", "zh"))
    expect(shown.get_by_text(LEFT)).to_have_count(0)
    server.stop()
