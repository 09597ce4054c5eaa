"""The store as a file: one owner, and every change is there whole or not at all."""

import subprocess
import sys
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from data import schema
from data.importing import commit, prepare
from data.store import Store
from tests.data.refusing import refused_opening
from tests.data.stored import dump

ROOT = Path(__file__).parents[2]
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


@contextmanager
def owner(folder: Path):
    """Let another process hold the store."""
    command = [sys.executable, "-c", OWNER, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "open\n"
        yield
        process.stdin.close()


def test_store_in_use_by_another_process_is_refused_and_left_alone(home):
    with owner(home):
        problem = refused_opening(home)
        assert problem.reason == "store.in_use"
        assert str(home) in problem.sentence("zh")
        assert str(home) in problem.sentence("en")
    Store(home).close()


def test_store_in_use_by_the_same_process_is_refused_too(shop, home):
    assert refused_opening(home).reason == "store.in_use"
    assert shop.data_version() == 0


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


def test_folder_may_have_any_name(tmp_path):
    with Store(tmp_path / '李\'s "shop" locked WAL') as shop:
        content = "日期,门店,导购,电话任务\n2026-11-21,旗舰店,周丽,50\n".encode()
        commit(shop, prepare(shop, content, "表.csv", received_at=EVENING), at=EVENING, user="测试")
        assert shop.all_stores() == ("旗舰店",)


def test_views_of_another_program_are_written_anew(home):
    with Store(home) as store, store.reading() as cursor:
        cursor.execute("create or replace view orders as select 1 as older")
        cursor.execute("update raw.views_made set made_of = 'older'")
    with Store(home) as store, store.cursor(()) as cursor:
        assert cursor.execute("select customer from orders").fetchall() == []
