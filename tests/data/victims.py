"""A server of processes that change a store until they are killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Final

ROOT: Final = Path(__file__).parents[2]
MODES: Final = ("work", "rebuild", "reopen", "back_up")

# Forks a child for every line, so that no round pays for the start of Python. A child does the same until it is
# killed: import and undo in one store that stays open ("work") or in one that is opened and closed around each change
# ("reopen"), rebuild what is kept beside the facts, or make one backup after the other.
SERVER: Final = """
import os, pickle, sys
from datetime import timedelta
from itertools import count
from pathlib import Path
from data import rollups
from data.backups import backup
from data.importing import commit, undo
from data.store import Store
folder, (prepared, at) = Path(sys.argv[1]), pickle.load(open(sys.argv[2], "rb"))

def change(store):
    with store.reading() as cursor:
        last, taken_back = cursor.execute(
            "select max(batch_id), max(batch_id) = (select coalesce(max(batch_id), 1) from raw.voids) from raw.batches"
        ).fetchall()[0]
    if taken_back:
        commit(store, prepared, at=at, user="x", may_shrink=True)
    else:
        undo(store, last, at=at, user="x")

def open_all_the_time(work):
    with Store(folder) as store:
        for number in count():
            os.write(1, b"start\\n")
            work(store, number)

def reopen():
    while True:
        os.write(1, b"start\\n")
        with Store(folder) as store:
            change(store)

def rebuild(store):
    with store.write("rebuild") as connection:
        rollups.rebuild(connection)

MODES = {
    "work": lambda: open_all_the_time(lambda store, _: change(store)),
    "reopen": reopen,
    "rebuild": lambda: open_all_the_time(lambda store, _: rebuild(store)),
    "back_up": lambda: open_all_the_time(lambda store, number: backup(store, at + timedelta(seconds=number))),
}

for line in sys.stdin:
    child = os.fork()
    if not child:
        os.write(1, b"%d\\n" % os.getpid())
        MODES[line.strip()]()
    os.waitpid(child, 0)
    os.write(1, b"gone\\n")
"""


@contextmanager
def serving(home: Path, prepared: Path) -> Iterator[subprocess.Popen[str]]:
    """Start the server for the shop in ``home`` and the pickled import that its children commit and undo."""
    command = [sys.executable, "-c", SERVER, str(home), str(prepared)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.stdin.close()


class Child:
    """A child of the server, at work."""

    def __init__(self, server: subprocess.Popen[str], mode: str) -> None:
        self._server = server
        server.stdin.write(f"{mode}\n")
        server.stdin.flush()
        self._pid = int(self._line())

    def _line(self) -> str:
        return self._server.stdout.readline().strip()

    def wait_for_start(self) -> None:
        """Wait until it begins a round of its work."""
        assert self._line() == "start"

    def kill(self) -> None:
        """Kill it, and wait until it is gone."""
        os.kill(self._pid, signal.SIGKILL)
        while self._line() != "gone":
            pass


def window(server: subprocess.Popen[str], mode: str) -> float:
    """Return how long one round of what a child does takes, in seconds."""
    child, moments = Child(server, mode), []
    for _ in range(5):
        child.wait_for_start()
        moments.append(time.perf_counter())
    child.kill()
    return median(late - early for early, late in pairwise(moments))
