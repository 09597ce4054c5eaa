"""Every page as it is drawn: nothing to complain about, nothing from elsewhere, nothing cut on a phone."""

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from data.texts import LANGUAGES

STORE: Final = "旗舰店"
PHONE: Final = 390  # px
# Opened below the root, Streamlit's page first looks for its server there, and finds it one step up.
LOOKING: Final = ("/_stcore/health", "/_stcore/host-config")
# Whatever reaches beyond its own box: elements that hide what does not fit, and letters in charts.
# Tables scroll in themselves.
CUT: Final = """() => {
    const main = document.querySelector('[data-testid=stMain]');
    const found = main.scrollWidth > main.clientWidth ? ['the page'] : [];
    for (const part of main.querySelectorAll('*:not(input)')) {
        const hides = getComputedStyle(part).overflowX !== 'visible';
        const table = part.closest('[data-testid=stDataFrame], [data-testid=stPopover], svg');
        if (part.offsetParent && hides && !table && part.scrollWidth > part.clientWidth + 1)
            found.push(`${part.dataset.testid ?? part.tagName}: ${part.textContent.slice(0, 60)}`);
    }
    for (const text of main.querySelectorAll('.main-svg text')) {
        const [box, chart] = [text, text.closest('.main-svg')].map((part) => part.getBoundingClientRect());
        if (box.width && (box.right > chart.right + 1 || box.left < chart.left - 1))
            found.push(`in a chart: ${text.textContent}`);
    }
    return found;
}"""


def link(server: Any, page: str, **params: str) -> str:
    return f"{server.url}/{page}?{urlencode(params)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_gives_the_browser_nothing_to_complain_about(
    viewer: Callable[..., Any], demo_server: Any, page: str, language: str
) -> None:
    window = viewer()
    window.open(link(demo_server, page, stores=STORE, lang=language))
    assert not [said for said in window.complaints if not said.endswith(LOOKING)]
    elsewhere = (f"{demo_server.url}/", f"ws{demo_server.url[4:]}/", "data:", "blob:")
    assert not [address for address in window.asked if not address.startswith(elsewhere)]


@pytest.mark.parametrize("params", [{}, {"stores": STORE, "lang": "en"}], ids=["all stores", "one store in English"])
def test_nothing_is_cut_on_a_phone(
    viewer: Callable[..., Any], demo_server: Any, page: str, params: dict[str, str]
) -> None:
    shown = viewer(PHONE).open(link(demo_server, page, **params))
    assert shown.evaluate(CUT) == []


def test_a_phone_shows_the_narrow_board_and_a_wide_screen_the_wide_one(
    viewer: Callable[..., Any], demo_server: Any
) -> None:
    for width, visible, hidden in ((PHONE, "narrow", "wide"), (1440, "wide", "narrow")):
        shown = viewer(width).open(link(demo_server, "meeting", stores=STORE))
        expect(shown.locator(f".st-key-{visible}_quota_board .main-svg").first).to_be_visible()
        expect(shown.locator(f".st-key-{hidden}_quota_board")).to_be_hidden()
