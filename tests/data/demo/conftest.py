"""The demo chain, simulated and written once a session, and the demo shop for questions."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from data.asked import first_row
from data.demo import DemoFile, files
from data.demo.rows import Chain, chain
from data.store import Store

LAST = date(2026, 11, 21)  # a Saturday


@pytest.fixture(scope="session")
def demo_chain() -> Chain:
    return chain(LAST, days=90, seed=7)


@pytest.fixture(scope="session")
def sent() -> list[DemoFile]:
    # A third of the days: enough for history and single days, and a third of the wait.
    return list(files(LAST, days=30))


@pytest.fixture(scope="module")
def ask(demo_shop: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], list[Any]]]:
    """Return a function that asks the demo shop, which knows its $first and $last day, and one when most is $settled.

    Most visits come within two weeks of a lead.
    """
    folder = shutil.copytree(demo_shop, tmp_path_factory.mktemp("story") / "home")
    with Store(folder) as store, store.cursor(store.all_stores()) as cursor:
        first, last = first_row(cursor, "select min(day), max(day) from calls")
        days = {"first": first, "last": last, "settled": last - timedelta(days=14)}
        yield lambda question: cursor.execute(
            question, {name: day for name, day in days.items() if f"${name}" in question}
        ).fetchall()
