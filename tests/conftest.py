"""What every test stands on: a shop's folder of its own, never the real one; its clock, the demo shop, a server."""

import ast
import fcntl
import os
import resource
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Final, Self

import duckdb
import pytest

from data import demo
from data.opening import FILE, open_file
from data.store import Store
from tests.dashboards import Server

ROOT: Final = Path(__file__).parents[1]
FRAME: Final = ROOT / "pages" / "frame.py"
LONG_BEFORE: Final = datetime(2020, 1, 1)
MEETING_OVER: Final = datetime(2026, 11, 25, 21)  # the demo shop's last day is this one
DAYS: Final = 30


def _pages() -> dict[str, str]:
    # Read, not imported: importing the frame would run it.
    named = (node for node in ast.parse(FRAME.read_text(encoding="utf-8")).body if isinstance(node, ast.Assign))
    sections = next(ast.literal_eval(node.value) for node in named if ast.unparse(node.targets[0]) == "SECTIONS")
    return {name: script for section in sections.values() for name, script in section.items()}


PAGES: Final = _pages()


@pytest.fixture
def scripts() -> dict[str, str]:
    """Return the script of every page, by the page's name, in the order of the navigation."""
    return PAGES


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest) -> str:
    """Return the name of one page after the other."""
    name: str = request.param
    return name


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return this test's shop's folder, which is made when somebody needs it."""
    folder = tmp_path / "home"
    monkeypatch.setenv("XIHUI_HOME", str(folder))
    return folder


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Return a function that stops the shop's clock at a moment."""

    def stop(moment: datetime) -> None:
        monkeypatch.setattr("data.home.datetime", _stopped(moment))

    return stop


@pytest.fixture
def files_end_at() -> Callable[[int], AbstractContextManager[None]]:
    """Return a context in which no file grows beyond so many bytes: like a full disk, and needs no rights."""

    @contextmanager
    def limited(size: int) -> Iterator[None]:
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    return limited


@pytest.fixture(scope="session")
def blank_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a store that has just been made."""
    folder = tmp_path_factory.mktemp("blank")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("data.home.datetime", _stopped(LONG_BEFORE))
        Store(folder).close()
    return folder / FILE


@pytest.fixture(autouse=True)
def new_stores_are_copies(blank_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let new stores of this process begin as a copy of a new store: to make its views takes a third of a second."""

    def open_copy(folder: Path) -> duckdb.DuckDBPyConnection:
        file = folder / FILE
        if not file.exists() and not file.with_name(f"{FILE}.wal").exists():
            shutil.copyfile(blank_file, file)
        return open_file(folder)

    monkeypatch.setattr("data.store.open_file", open_copy)


@pytest.fixture(scope="session")
def demo_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the demo shop, built once a run however many workers there are: copy it, never open it."""
    common = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        common = common.parent
    built, building = common / "demo", common / "demo-building"
    with (common / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built.exists():
            shutil.rmtree(building, ignore_errors=True)
            with pytest.MonkeyPatch.context() as patch, Store(building) as store:
                patch.setattr("data.home.datetime", _stopped(MEETING_OVER))
                for _ in demo.load(store, MEETING_OVER, days=DAYS):
                    pass
            building.rename(built)
    return built


@pytest.fixture
def demo_evening(set_clock: Callable[[datetime], None]) -> None:
    """Stop the clock on the evening of the demo shop's last day."""
    set_clock(MEETING_OVER)


@pytest.fixture
def demo_home(demo_shop: Path, home: Path, demo_evening: None) -> Path:
    """Return this test's shop's folder with the demo shop in it, on the evening of its last day."""
    return shutil.copytree(demo_shop, home, ignore=shutil.ignore_patterns("demo"))


def _stopped(moment: datetime) -> type[datetime]:
    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls.combine(moment.date(), moment.time(), tz)

    return Stopped


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Return a function that starts a server for the shop in a folder; all are ended with the module."""
    with ExitStack() as started:

        def start(home: Path, *options: str) -> Server:
            server = Server(home, tmp_path_factory.mktemp("server") / "log", *options)
            started.callback(server.stop)
            return server

        yield start
