"""The store as a file: one owner, closed to the outside, every cursor in its scope, nothing lost without a word."""

import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from data import schema
from data.importing import commit, prepare
from data.opening import FILE
from data.refusal import Refused
from data.store import Store
from tests.data.stored import dump

ROOT = Path(__file__).parents[2]
WAL = f"{FILE}.wal"
MIGRATIONS = sorted(int(file.name[:3]) for file in Path(schema.__file__).parent.glob("[0-9]*.sql"))
EVENING = datetime(2026, 11, 21, 19, 0)
OWNER = """
import sys
from pathlib import Path
from data.store import Store
with Store(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""
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


@contextmanager
def owner(folder: Path):
    """Let another process hold the store."""
    command = [sys.executable, "-c", OWNER, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "open\n"
        yield
        process.stdin.close()


@pytest.fixture
def killed(home: Path) -> Path:
    """Leave a shop with two imports in its WAL."""
    subprocess.run([sys.executable, "-c", VICTIM, str(home)], cwd=ROOT, check=True)
    assert (home / WAL).stat().st_size > 0
    return home


def refused(folder: Path) -> Refused:
    with pytest.raises(Refused) as caught:
        Store(folder)
    return caught.value


def asides(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{WAL}.unreadable-*"))


def test_store_in_use_by_another_process_is_refused_and_left_alone(home):
    with owner(home):
        problem = refused(home)
        assert problem.reason == "store.in_use"
        assert str(home) in problem.sentence("zh")
        assert str(home) in problem.sentence("en")
    Store(home).close()


def test_store_in_use_by_the_same_process_is_refused_too(shop, home):
    assert refused(home).reason == "store.in_use"
    assert shop.data_version() == 0


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_csv('/etc/hostname')",
        "select * from read_text('/etc/hostname')",
        "from '/etc/hostname'",
        "copy (select 1) to '/tmp/xihui-test.csv'",
        "attach '/tmp/xihui-test.duckdb'",
        "install httpfs",
        "load httpfs",
        "select * from read_csv('http://localhost/x.csv')",
        "set enable_external_access = true",
        "set memory_limit = '100GB'",
        "reset lock_configuration",
        "select * from os",
    ],
)
def test_sql_reaches_nothing_outside_the_folder(shop, sql):
    with shop.cursor(["旗舰店"]) as cursor, pytest.raises(duckdb.Error):
        cursor.execute(sql)


def test_second_opening_changes_nothing(home, everything, shop, bring):
    bring("日期,门店,导购,通话结果\n2026-11-21,旗舰店,周丽,接通\n", kind="calls")
    before = everything()
    assert [number for number, _, _ in before["migrations"]] == MIGRATIONS
    shop.close()
    with Store(home) as again:
        assert again.data_version() == 1
        assert dump(again) == before


def test_column_that_a_newer_program_knows_is_added_to_an_older_store(home, shop):
    with shop.reading() as cursor:
        cursor.execute("alter table raw.calls drop column note")
    shop.close()
    with Store(home) as again, again.cursor(["旗舰店"]) as cursor:
        assert cursor.execute("select note from calls").fetchall() == []


def test_version_grows_with_every_change_and_says_the_cause(shop):
    for cause in ("first", "second"):
        with shop.write(cause):
            pass
    assert shop.data_version() == 2
    with shop.reading() as cursor:
        assert cursor.execute("select version, cause from raw.versions order by 1").fetchall() == [
            (1, "first"),
            (2, "second"),
        ]


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt, duckdb.Error])
def test_failed_change_is_taken_back_whole_and_makes_no_version(shop, everything, failure):
    before = everything()

    def fail():
        with shop.write("fails") as connection:
            connection.execute("insert into raw.links values (1, 2, 3)")
            if failure is duckdb.Error:
                connection.execute("insert into raw.no_such_table values (1)")
            raise failure

    with pytest.raises(failure):
        fail()
    assert everything() == before
    assert shop.data_version() == 0
    with shop.write("works"):
        pass
    assert shop.data_version() == 1


def test_readers_see_the_state_before_a_change_until_it_is_done(shop):
    with shop.write("slow") as connection:
        connection.execute("insert into raw.links values (1, 2, 3)")
        with shop.reading() as cursor:
            assert cursor.execute("select count(*) from raw.links").fetchall() == [(0,)]
        assert shop.data_version() == 0
    with shop.reading() as cursor:
        assert cursor.execute("select count(*) from raw.links").fetchall() == [(1,)]


def test_cursors_of_eight_threads_see_only_the_stores_of_their_scope(shop, bring):
    stores = [f"{number}号店" for number in range(8)]
    rows = [f"2026-11-{day},{store},导购{store},接通" for store in stores for day in range(1, 21)]
    bring("日期,门店,导购,通话结果\n" + "\n".join(rows) + "\n", kind="calls")

    def look(number: int) -> list[set[str]]:
        chance, seen = random.Random(number), []
        for _ in range(25):
            scope = chance.sample(stores, chance.randint(0, 3))
            with shop.cursor(scope) as cursor:
                for view in ("calls", "daily", "stores"):
                    found = {store for (store,) in cursor.execute(f"select store from {view}").fetchall()}
                    assert found == set(scope)
                    seen.append(found)
        return seen

    with ThreadPoolExecutor(8) as threads:
        assert sum(len(seen) for seen in threads.map(look, range(8))) == 8 * 25 * 3


def test_all_stores_are_those_with_live_rows(shop, bring):
    assert shop.all_stores() == ()
    bring("日期,门店,导购,电话任务\n2026-11-21,万象店,何娟,50\n2026-11-21,旗舰店,周丽,50\n")
    assert shop.all_stores() == ("万象店", "旗舰店")


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
    problem = refused(killed)
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
    assert refused(killed).details["file"] == f"{WAL}.unreadable-2"
    assert (killed / f"{WAL}.unreadable-1").read_bytes() == b"kept"
    Store(killed).close()


def test_damaged_file_is_refused_and_left_as_it_is(home):
    Store(home).close()
    for content in (b"no database" * 999, (home / FILE).read_bytes()[:4096] + os.urandom(8192)):
        (home / FILE).write_bytes(content)
        problem = refused(home)
        assert problem.reason == "store.damaged"
        assert str(home / FILE) in problem.sentence("zh")
        assert (home / FILE).read_bytes() == content


def test_folder_may_have_any_name(tmp_path):
    with Store(tmp_path / '李\'s "shop" locked WAL') as shop:
        content = "日期,门店,导购,电话任务\n2026-11-21,旗舰店,周丽,50\n".encode()
        commit(shop, prepare(shop, content, "表.csv", received_at=EVENING), at=EVENING, user="测试")
        assert shop.all_stores() == ("旗舰店",)
