"""The demo shop that the benchmarks measure, and the one table they end with."""

from datetime import datetime
from itertools import combinations
from pathlib import Path

import pytest

from data import demo
from data.store import Store
from tests.benchmarks.comparing import Figures
from tests.benchmarks.serving import Params

FILTERS = 50
FIGURES = pytest.StashKey[Figures]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FIGURES] = Figures()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.stash[FIGURES].comparisons:
        terminalreporter.section("measured against the yardsticks")
        for line in config.stash[FIGURES].table():
            terminalreporter.write_line(line)


@pytest.fixture
def figures(pytestconfig: pytest.Config) -> Figures:
    return pytestconfig.stash[FIGURES]


@pytest.fixture(scope="session")
def demo_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a shop with 30 days of the demo. Copy it before changing anything."""
    folder = tmp_path_factory.mktemp("demo")
    with Store(folder) as store:
        for _ in demo.load(store, datetime(2026, 11, 21, 21), days=30):
            pass
    return folder


@pytest.fixture(scope="session")
def filters(demo_shop: Path) -> list[Params]:
    """Return URL parameters that each choose other stores of the demo."""
    with Store(demo_shop) as store:
        stores = store.all_stores()
    some = [chosen for size in (1, 2, 3) for chosen in combinations(stores, size)]
    return [{"stores": chosen} for chosen in some[:FILTERS]]
