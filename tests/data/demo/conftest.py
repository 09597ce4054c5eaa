"""The demo chain, simulated and written once a session."""

from datetime import date

import pytest

from data.demo import DemoFile, files
from data.demo.rows import Chain, chain

LAST = date(2026, 11, 21)  # a Saturday


@pytest.fixture(scope="session")
def demo_chain() -> Chain:
    return chain(LAST, days=90, seed=7)


@pytest.fixture(scope="session")
def sent() -> list[DemoFile]:
    # Half the days: enough for three blocks of history, and half the wait.
    return list(files(LAST, days=45))
