"""A browser on real servers, as a viewer sits before it; it waits for what it expects to see, never for time."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from data import importing
from data.home import now
from data.store import Store
from tests.browser.evenings import calls

CHROMIUM: Final = ("chromium", "chromium-browser", "google-chrome")  # as .ci/programs looks for it
PATIENCE: Final = 30_000  # ms, for a machine that has other work
LOOK_EVERY: Final = 200  # ms
# The script has ended, no place waits for its content, every chart in sight is drawn, and two looks saw the same.
SETTLED: Final = """() => {
    const ended = document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]')
        && document.querySelector('[data-testid=stMain] h1')
        && !document.querySelector('[data-testid=stSkeleton]')
        && [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(
            (chart) => chart.offsetParent === null || chart.querySelector('.main-svg'));
    const before = window.seen;
    window.seen = ended ? document.body.innerHTML : '';
    return ended && window.seen === before;
}"""


class Viewer:
    """One person's browser window, with what its console complained about and where it asked for anything."""

    def __init__(self, browser: Browser, width: int) -> None:
        self.page: Page = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN").new_page()
        self.page.set_default_timeout(PATIENCE)
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda problem: self.complaints.append(str(problem)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def open(self, address: str) -> Page:
        """Open ``address`` and return the page when it has settled."""
        self.page.goto(address)
        return self.settled()

    def settled(self) -> Page:
        """Return the page when everything has come."""
        self.page.wait_for_function(SETTLED, polling=LOOK_EVERY)
        return self.page

    def _note(self, message: Any) -> None:
        if message.type == "error":
            self.complaints.append(f"{message.text} {message.location['url']}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return the system's chromium, else the one playwright brings."""
    expect.set_options(timeout=PATIENCE)
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def viewer(browser: Browser) -> Iterator[Callable[..., Viewer]]:
    """Return a function that opens a window, 1440 px wide unless said otherwise."""
    opened: list[Viewer] = []

    def open_window(width: int = 1440) -> Viewer:
        opened.append(Viewer(browser, width))
        return opened[-1]

    yield open_window
    for window in opened:
        window.page.context.close()


@pytest.fixture(scope="module")
def demo_server(demo_shop: Path, serve: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return a server on a demo shop that nobody changes."""
    home = tmp_path_factory.mktemp("shop") / "home"
    return serve(shutil.copytree(demo_shop, home, ignore=shutil.ignore_patterns("demo"))).wait()


@pytest.fixture
def evening(home: Path) -> date:
    """Return yesterday, on whose evening the only assistant has handed in three calls."""
    day = now().date() - timedelta(days=1)
    received = datetime.combine(day, time(19, 30))
    with Store(home) as shop:
        prepared = importing.prepare(shop, calls(day, 3).encode(), "calls.csv", received_at=received)
        importing.commit(shop, prepared, at=received, user="uploads_page")
    return day
