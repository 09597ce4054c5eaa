"""How long somebody waits for the board while a large file is imported, against the same without the import."""

import shutil
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path

from data import importing
from data.store import Store
from queries import frame, meeting
from tests.benchmarks.comparing import Figures, seconds
from tests.benchmarks.files import calls_csv

SESSIONS = 20
THINKING = 2.0  # seconds, between two looks of a session
ROWS = 500_000
RECEIVED = datetime(2026, 11, 21, 22)


def longest_wait(store: Store, stores: tuple[str, ...], day: date, work: Callable[[], object]) -> float:
    """Return the most seconds that any session waited for the board, which nothing keeps, while ``work`` went on."""
    over = threading.Event()

    def look() -> None:
        with store.moment():
            meeting.quota_board(store, stores, day)

    def session(number: int) -> float:
        longest = 0.0
        over.wait(THINKING * number / SESSIONS)
        while not over.is_set():
            longest = max(longest, seconds(look))
            over.wait(THINKING)
        return longest

    with ThreadPoolExecutor(SESSIONS) as pool:
        waits = [pool.submit(session, number) for number in range(SESSIONS)]
        try:
            work()
        finally:
            over.set()
        return max(wait.result() for wait in waits)


def test_nobody_waits_for_an_import(demo_shop: Path, tmp_path: Path, figures: Figures) -> None:
    file = tmp_path / "calls.csv"
    calls_csv(file, ROWS)
    content = file.read_bytes()
    with Store(shutil.copytree(demo_shop, tmp_path / "shop")) as store:
        stores = store.all_stores()
        day = frame.data_age(store, stores)["last_day"].iloc[0].date()

        def bring() -> None:
            prepared = importing.prepare(store, content, file.name, received_at=RECEIVED)
            brought.append(importing.commit(store, prepared, at=RECEIVED, user="benchmark"))
            assert brought[-1].rows == ROWS

        brought: list[importing.Committed] = []
        took: list[float] = []
        during = longest_wait(store, stores, day, lambda: took.append(seconds(bring)))
        importing.undo(store, brought[0].batch_id, at=RECEIVED, user="benchmark")
        without = longest_wait(store, stores, day, lambda: time.sleep(took[0]))
    figures.compare(
        f"longest wait of {SESSIONS} sessions, import of {ROWS:,} rows / none",
        during * 1000,
        without * 1000,
        "ms",
        budget=10,
    )
