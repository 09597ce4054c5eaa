"""The evening of several stores, and the way to one of them."""

from collections.abc import Callable
from typing import Any, Final

from playwright.sync_api import expect

SECOND_ROW: Final = {"x": 300, "y": 82}  # px, in a cell below the headings


def test_a_click_in_a_row_leads_to_that_store(viewer: Callable[..., Any], demo_server: Any) -> None:
    window = viewer()
    shown = window.open(f"{demo_server.url}/?lang=en&to=2026-11-24")
    table = shown.locator(".st-key-stores_compared")
    table.scroll_into_view_if_needed()  # it is drawn when it comes into sight
    table.locator(".dvn-scroller").click(position=SECOND_ROW)
    expect(shown.get_by_role("heading", level=1)).not_to_contain_text("All stores")
    expect(table).to_have_count(0)
    assert "lang=en" in shown.url
    assert "to=2026-11-24" in shown.url
    assert "stores=" in shown.url
    assert window.complaints == []
