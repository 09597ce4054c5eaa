"""What a killed process or another program left of the store: nothing is lost without a word."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from data.opening import FILE
from data.store import Store
from tests.data.refusing import refused_opening

ROOT = Path(__file__).parents[2]
WAL = f"{FILE}.wal"
# Imports twice and dies without closing, so that the changes stand in the WAL only.
VICTIM = """
import os, sys
from datetime import datetime
from pathlib import Path
from data.importing import commit, prepare
from data.store import Store
store, at = Store(Path(sys.argv[1])), datetime(2026, 11, 21, 19, 0)
for day in (20, 21):
    content = f"日期,门店,导购,通话结果,备注\\n2026-11-{day},旗舰店,周丽,接通,\\n".encode()
    commit(store, prepare(store, content, "表.csv", received_at=at), at=at, user="测试")
os._exit(0)
"""


@pytest.fixture
def killed(home: Path) -> Path:
    """Leave a shop with two imports in its WAL."""
    subprocess.run([sys.executable, "-c", VICTIM, str(home)], cwd=ROOT, check=True)
    assert (home / WAL).stat().st_size > 0
    return home


def asides(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{WAL}.unreadable-*"))


def test_changes_of_a_killed_process_are_there_at_the_next_opening(killed):
    with Store(killed) as shop:
        assert shop.data_version() == 2
    assert asides(killed) == []


def test_change_that_was_cut_off_by_the_kill_is_as_if_it_had_never_been(killed):
    content = (killed / WAL).read_bytes()
    (killed / WAL).write_bytes(content[:-100])
    with Store(killed) as shop:
        assert shop.data_version() == 1


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda _: random.Random(1).randbytes(5000), id="garbage"),
        pytest.param(lambda _: "另一个程序写的".encode(), id="text"),
        pytest.param(lambda log: log[:-500] + bytes([log[-500] ^ 255]) + log[-499:], id="flipped-byte"),
        pytest.param(lambda log: log[: len(log) // 2] + bytes(len(log) // 2), id="zeros"),
    ],
)
def test_unreadable_log_of_changes_is_moved_aside_and_said_and_the_next_opening_works(killed, spoil):
    spoiled = spoil((killed / WAL).read_bytes())
    (killed / WAL).write_bytes(spoiled)
    problem = refused_opening(killed)
    (aside,) = asides(killed)
    assert problem.reason == "store.unreadable_changes"
    assert aside.name in problem.sentence("zh")
    assert aside.name in problem.sentence("en")
    assert aside.read_bytes() == spoiled
    Store(killed).close()
    assert asides(killed) == [aside]


def test_log_of_another_shop_is_moved_aside_beside_earlier_ones(killed, tmp_path):
    Store(tmp_path / "other").close()
    (killed / FILE).write_bytes((tmp_path / "other" / FILE).read_bytes())
    (killed / f"{WAL}.unreadable-1").write_bytes(b"kept")
    assert refused_opening(killed).details["file"] == f"{WAL}.unreadable-2"
    assert (killed / f"{WAL}.unreadable-1").read_bytes() == b"kept"
    Store(killed).close()


def test_damaged_file_is_refused_and_left_as_it_is(home):
    Store(home).close()
    for content in (b"no database" * 999, (home / FILE).read_bytes()[:4096] + os.urandom(8192)):
        (home / FILE).write_bytes(content)
        problem = refused_opening(home)
        assert problem.reason == "store.damaged"
        assert str(home / FILE) in problem.sentence("zh")
        assert (home / FILE).read_bytes() == content
