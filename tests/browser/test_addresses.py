"""Every page opened by its own address first, on a server that has shown nothing yet, stands in its frame."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import expect

from data.texts import say

STORE = "旗舰店"


def test_a_page_opened_first_stands_in_the_frame(
    viewer: Callable[..., Any], serve: Callable[..., Any], demo_home: Path, scripts: dict[str, str], page: str
) -> None:
    server = serve(demo_home).wait()
    shown = viewer().open(f"{server.url}/{page}?{urlencode({'stores': STORE, 'lang': 'en'})}")
    expect(shown.get_by_role("dialog")).to_have_count(0)
    expect(shown.locator("h1")).to_contain_text(say(f"frame.pages.{page}.name", "en"))
    sidebar = shown.get_by_test_id("stSidebar")
    expect(sidebar.get_by_test_id("stPageLink")).to_have_count(len(scripts))
    expect(sidebar.get_by_test_id("stMultiSelect")).to_contain_text(STORE)
    server.stop()
