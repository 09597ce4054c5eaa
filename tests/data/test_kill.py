"""Killed at any moment, the store opens again as it was before or after the change, never between."""

import os
import pickle
import random
import signal
import subprocess
import sys
import time
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

from data.importing import commit, prepare, undo
from data.opening import FILE
from data.store import Store

ROOT = Path(__file__).parents[2]
EVENING = datetime(2026, 11, 21, 19, 0)
STORES = ("旗舰店", "万象店")
ROUNDS = 50

# Forks a child for every line, so that no round pays for the start of Python. A child imports and undoes until it is
# killed: with "work" in one store that stays open, with "reopen" in one that is opened and closed around each change.
SERVER = """
import os, pickle, sys
from pathlib import Path
from data.importing import commit, undo
from data.store import Store
folder, (prepared, at) = Path(sys.argv[1]), pickle.load(open(sys.argv[2], "rb"))

def change(store):
    version = store.data_version()
    if version % 2:
        commit(store, prepared, at=at, user="x", may_shrink=True)
    else:
        undo(store, version // 2 + 1, at=at, user="x")

def work():
    with Store(folder) as store:
        while True:
            os.write(1, b"start\\n")
            change(store)

def reopen():
    while True:
        os.write(1, b"start\\n")
        with Store(folder) as store:
            change(store)

for line in sys.stdin:
    child = os.fork()
    if not child:
        os.write(1, b"%d\\n" % os.getpid())
        {"work": work, "reopen": reopen}[line.strip()]()
    os.waitpid(child, 0)
    os.write(1, b"gone\\n")
"""


def calls(day: int, count: int) -> bytes:
    """Return a log of both stores in which every second customer has a phone and a WeChat id."""
    lines = [
        f"2026-11-{day},{STORES[n % 2]},导购{n % 5},客户,1380013{n % 40:04},{'' if n % 2 else f'wx{n % 30}'},接通,是"
        for n in range(count)
    ]
    return ("日期,门店,导购,客户,电话,微信号,通话结果,同意进群\n" + "\n".join(lines) + "\n").encode()


def state(store: Store, answers):
    """Return what the views say and how many rows stand in the facts per batch."""
    with store.reading() as cursor:
        voids = cursor.execute("select batch_id from raw.voids order by 1").fetchall()
        rows = cursor.execute("select batch_id, count(*) from raw.calls group by 1 order by 1").fetchall()
        slices = cursor.execute("select batch_id, sum(rows) from raw.slices group by 1 order by 1").fetchall()
        batches = cursor.execute("select batch_id, 0 from raw.batches order by 1").fetchall()
    assert [batch for batch, _ in rows] == [batch for batch, _ in slices] == [batch for batch, _ in batches]
    return answers(store, STORES), [batch for (batch,) in voids], dict(rows)


@pytest.fixture
def before_and_after(home, tmp_path, answers):
    """Return what the views say without and with the import that is killed, and leave the store without it."""
    with Store(home) as store:
        base = prepare(store, calls(21, 40), "底.csv", received_at=EVENING)
        commit(store, base, at=EVENING, user="x")
        without = answers(store, STORES)
        prepared = prepare(store, calls(21, 200), "新.csv", received_at=EVENING)
        (tmp_path / "prepared").write_bytes(pickle.dumps((prepared, EVENING)))
        commit(store, prepared, at=EVENING, user="x")
        with_it = answers(store, STORES)
        undo(store, 2, at=EVENING, user="x")
        assert without != with_it
        assert answers(store, STORES) == without
    return {1: without, 0: with_it}


@pytest.fixture
def server(home, tmp_path):
    command = [sys.executable, "-c", SERVER, str(home), str(tmp_path / "prepared")]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.stdin.close()


class Child:
    """A child of the server, at work."""

    def __init__(self, server, mode):
        self._server = server
        server.stdin.write(f"{mode}\n")
        server.stdin.flush()
        self._pid = int(self._line())

    def _line(self):
        return self._server.stdout.readline().strip()

    def wait_for_start(self):
        assert self._line() == "start"

    def kill(self):
        os.kill(self._pid, signal.SIGKILL)
        while self._line() != "gone":
            pass


def window(server, mode):
    """Return how long one change takes, in seconds."""
    child, moments = Child(server, mode), []
    for _ in range(7):
        child.wait_for_start()
        moments.append(time.perf_counter())
    child.kill()
    return median(late - early for early, late in pairwise(moments))


def test_store_killed_at_any_moment_is_as_before_or_as_after(before_and_after, server, home, answers):
    chance = random.Random(20261121)
    windows = {mode: window(server, mode) for mode in ("work", "reopen")}
    versions, found_wal = [], 0
    for number in range(ROUNDS):
        mode = ("work", "reopen")[number % 2]
        child = Child(server, mode)
        for _ in range(chance.randint(1, 2)):
            child.wait_for_start()
        time.sleep(chance.uniform(0, windows[mode]))
        child.kill()
        found_wal += (home / f"{FILE}.wal").exists()
        with Store(home) as store:
            version = store.data_version()
            views, voids, rows = state(store, answers)
        assert views == before_and_after[version % 2]
        # Version 1 is the base, batch 1; each even one adds a batch of 200 rows, each odd one takes it back.
        assert rows == {1: 40} | dict.fromkeys(range(2, version // 2 + 2), 200)
        assert voids == list(range(2, (version + 1) // 2 + 1))
        versions.append(version)
    assert versions == sorted(versions)
    assert {version % 2 for version in versions} == {0, 1}
    assert found_wal > ROUNDS / 3  # the kills hit a store at work
    assert list(home.glob("*.unreadable*")) == []
