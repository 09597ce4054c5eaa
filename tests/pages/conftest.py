"""The app as a test drives it, and what it says."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from inspect import signature
from pathlib import Path
from typing import Any, Final

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from data import home, importing
from data.store import Store
from pages.shared import answers
from pages.shared.answers import Kept
from tests.pages import holding
from tests.pages.hearing import Said
from tests.pages.shelved import Shelved, close

Fill = Callable[[Callable[[], object]], Store]

FRAME: Final = Path(__file__).parents[2] / "pages" / "frame.py"
MEETING: Final = "today/meeting.py"  # has no address of its own
CALLS = """日期,门店,导购,客户姓名,电话,通话结果
2026-11-20 18:00,旗舰店,周丽,李女士,13800138001,接通
2026-11-21 18:05,旗舰店,周丽,王先生,13800138002,接通
2026-11-21 18:09,旗舰店,徐娜,张女士,13800138003,无人接听
2026-11-21 18:12,万达店,何娟,赵女士,13800138004,接通
"""


@pytest.fixture(scope="session", autouse=True)
def components_looked_for_once() -> Iterator[None]:
    """Let the app look once for components among what is installed, not in every test: it takes a third of a second."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(scope="session")
def shelf() -> Iterator[dict[str, Shelved]]:
    """Return the shops that stay open, by what filled them."""
    shelved: dict[str, Shelved] = {}
    yield shelved
    for kept in shelved.values():
        close(kept.shops)


@pytest.fixture(autouse=True)
def closed_store(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Begin without a store, and close what the pages opened: the next test has another shop."""
    shops = Kept(1)
    monkeypatch.setattr(answers, "_shops", shops)
    monkeypatch.setattr(answers, "_answers", Kept(answers.ENTRIES))
    yield
    close(shops)


@pytest.fixture
def own_shop() -> None:
    """Let this test have a shop of its own: it puts files beside the store."""


@pytest.fixture
def filled(
    request: pytest.FixtureRequest,
    shelf: dict[str, Shelved],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Fill]:
    """Return a function that returns the shop that another function fills.

    It is filled once for all tests that only look at it: one that changes it leaves none behind, and one that patches
    something has a shop of its own.
    """
    names: list[str] = []

    def opened(fill: Callable[[], object]) -> Store:
        if "own_shop" in request.fixturenames or "monkeypatch" in signature(request.function).parameters:
            fill()
            return answers.store()
        name = f"{fill.__module__}.{fill.__qualname__}"
        names.append(name)
        new = name not in shelf
        kept = shelf.setdefault(name, Shelved(tmp_path_factory.mktemp("shop") / "home", Kept(1), Kept(answers.ENTRIES)))
        monkeypatch.setenv("XIHUI_HOME", str(kept.home))
        monkeypatch.setattr(answers, "_shops", kept.shops)
        monkeypatch.setattr(answers, "_answers", kept.answers)
        if new:
            fill()
            kept.version = answers.store().data_version()
        return answers.store()

    yield opened
    for name in names:
        if answers.store().data_version() != shelf[name].version:
            close(shelf.pop(name).shops)


@pytest.fixture
def shop_left(set_clock: Callable[[datetime], None], filled: Fill) -> Store:
    """Return the shop that somebody left with five customers, on an evening soon after."""
    set_clock(holding.EVENING)
    return filled(holding.fill)


@pytest.fixture
def demo_home(demo_shop: Path, demo_evening: None, filled: Fill) -> Path:
    """Return the folder of the demo shop, on the evening of its last day."""

    def demo() -> None:
        shutil.copytree(demo_shop, home.home(), ignore=shutil.ignore_patterns("demo"), dirs_exist_ok=True)

    return filled(demo).folder


@pytest.fixture(autouse=True)
def no_broken_page(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail where a page broke: the last net would show it as a sentence. A test of the net clears the log."""
    yield
    assert [record.exc_text or record.message for record in caplog.get_records("call") if record.exc_info] == []


class Patient(AppTest):
    """The app driven by somebody who waits for the work that goes on beside the page before looking."""

    def _run(self, *arguments: Any, **more: Any) -> AppTest:
        shown = super()._run(*arguments, **more)
        if "desk" in shown.session_state:
            desk = shown.session_state["desk"]
            if job := desk.reading or desk.committing:
                job.wait()
                return self.run()
        return shown


@pytest.fixture
def app() -> Callable[..., AppTest]:
    """Return a function that opens the app with the given URL parameters, straight at the meeting or another page."""

    def opened(page: str = "", **params: str | list[str]) -> AppTest:
        test = Patient(FRAME, default_timeout=30)
        for name, value in params.items():
            test.query_params[name] = value
        if page not in {"", MEETING}:
            test.switch_page(page)
        return test.run()

    return opened


@pytest.fixture
def said() -> Callable[[AppTest], Said]:
    """Return a function that returns everything a page says."""

    def heard(shown: AppTest) -> Said:
        everything = Said()
        for part in [*shown.sidebar, *shown.main]:
            if part.proto is not None:
                everything.hear(part)
        return everything

    return heard


@pytest.fixture
def downloads(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Return the content of every download offered from here on, by its file name."""
    offered: dict[str, bytes] = {}
    offer = st.download_button

    def noted(label: str, data: Any, *, file_name: str, **more: Any) -> bool:
        offered[file_name] = data() if callable(data) else data
        return offer(label, data, file_name=file_name, **more)

    monkeypatch.setattr(st, "download_button", noted)
    return offered


@pytest.fixture
def shop(filled: Fill) -> Store:
    """Return a shop of two stores whose last day with data is 2026-11-21, received at 19:52."""

    def two_stores() -> None:
        received = datetime(2026, 11, 21, 19, 52)
        prepared = importing.prepare(answers.store(), CALLS.encode(), "calls.csv", received_at=received)
        importing.commit(answers.store(), prepared, at=received, user="uploads_page")

    return filled(two_stores)
