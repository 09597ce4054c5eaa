"""A backup is the whole shop, taken while it works; restoring puts it back and throws nothing away."""

import threading
from datetime import datetime, timedelta

import duckdb
import pytest

from data.backups import backup, restore
from data.opening import FILE
from data.refusal import Refused
from data.store import Store
from tests.data.stored import dump

NIGHT = datetime(2026, 11, 21, 22, 0)


def calls(day, *names):
    return "日期,门店,导购,客户,通话结果\n" + "".join(f"2026-11-{day:02},旗舰店,周丽,{name},接通\n" for name in names)


def test_restored_shop_is_the_shop_of_the_backup_and_works_on(home, shop, bring, everything):
    bring(calls(20, "李", "王"))
    before = everything()
    file = backup(shop, NIGHT)
    assert (file.name, file.parent) == ("shop-20261121-220000.duckdb", home / "backups")
    bring(calls(21, "赵"))
    shop.close()
    assert restore(home, None) == file
    with Store(home) as again:
        assert dump(again) == before
        assert again.data_version() == 1
        with again.write("goes on"):
            pass
        with again.cursor(["旗舰店"]) as cursor:
            assert cursor.execute("select sum(calls) from daily").fetchall() == [(2,)]
    assert not list(home.glob("*.unfinished*")) + list(home.glob("backups/*.unfinished*")) + list(home.glob("*.wal"))


def test_what_stood_before_a_restore_is_kept_and_can_be_put_back(home, shop, bring, everything):
    file = backup(shop, NIGHT)
    bring(calls(21, "赵"))
    latest = everything()
    shop.close()
    restore(home, file)
    restore(home, file)
    aside = home / "backups" / f"before-restore-of-{file.name}"
    assert aside.with_stem(f"{aside.stem}-2").exists()
    restore(home, aside)
    with Store(home) as again:
        assert dump(again) == latest


def test_newest_backup_is_put_back(home, shop):
    files = [backup(shop, NIGHT + timedelta(days=days)) for days in (0, 2, 1)]
    shop.close()
    assert restore(home, None) == files[1]


def test_backup_while_others_read_and_write_is_one_state(shop, bring, prepared, home):
    stop, problems, seen = threading.Event(), [], []

    def write():
        number = 0
        while not stop.is_set():
            with shop.write(f"{number}") as connection:
                connection.execute("insert into raw.links values ($1, $1, $1)", [number])
            number += 1

    def read():
        while not stop.is_set():
            with shop.cursor(["旗舰店"]) as cursor:
                seen.append(cursor.execute("select count(*) from calls").fetchall())

    def watched(work):
        try:
            work()
        except Exception as problem:  # noqa: BLE001
            problems.append(problem)

    bring(calls(21, "李"))
    threads = [threading.Thread(target=watched, args=(work,)) for work in (write, read, read)]
    for thread in threads:
        thread.start()
    files = [backup(shop, NIGHT + timedelta(seconds=number)) for number in range(5)]
    stop.set()
    for thread in threads:
        thread.join()
    assert problems == []
    assert set(map(tuple, seen)) == {((1,),)}
    sizes = []
    for file in files:
        with duckdb.connect(str(file), read_only=True) as copy:
            versions, links = copy.execute(
                "select (select max(version) from raw.versions), (select count(*) from raw.links)"
            ).fetchall()[0]
        assert versions == links + 1  # the import, then a version for every link
        sizes.append(versions)
    assert sizes == sorted(sizes)


def test_backup_of_the_same_second_replaces_the_first(shop, bring):
    backup(shop, NIGHT)
    bring(calls(21, "李"))
    file = backup(shop, NIGHT)
    with duckdb.connect(str(file), read_only=True) as copy:
        assert copy.execute("select count(*) from raw.calls").fetchall() == [(1,)]


def refused(home, file=None):
    with pytest.raises(Refused) as caught:
        restore(home, file)
    assert "{" not in caught.value.sentence("zh") + caught.value.sentence("en")
    return caught.value.reason


def test_restore_without_a_backup_is_refused(home):
    Store(home).close()
    assert refused(home) == "store.no_backup"


@pytest.mark.parametrize("content", [b"", b"no database" * 999, None], ids=["empty", "text", "missing"])
def test_file_that_is_no_database_is_refused_and_the_store_stays(home, tmp_path, content):
    Store(home).close()
    before = (home / FILE).read_bytes()
    if content is not None:
        (tmp_path / "other.duckdb").write_bytes(content)
    assert refused(home, tmp_path / "other.duckdb") == "store.no_shop_in_file"
    assert (home / FILE).read_bytes() == before


def test_database_of_something_else_is_refused(home, tmp_path):
    with duckdb.connect(str(tmp_path / "other.duckdb")) as connection:
        connection.execute("create table t (x integer)")
    assert refused(home, tmp_path / "other.duckdb") == "store.no_shop_in_file"


def test_restore_into_a_store_in_use_is_refused_and_changes_nothing(home, shop, bring, everything):
    file = backup(shop, NIGHT)
    bring(calls(21, "李"))
    before = everything()
    assert refused(home, file) == "store.in_use"
    assert everything() == before
    assert not list(home.glob("*.unfinished"))


def test_damaged_store_is_put_aside_as_it_is(home, shop):
    file = backup(shop, NIGHT)
    shop.close()
    (home / FILE).write_bytes(b"no database" * 999)
    restore(home, None)
    Store(home).close()
    assert (home / "backups" / f"before-restore-of-{file.name}").read_bytes() == b"no database" * 999


def test_restore_into_an_empty_folder_works(home, shop, tmp_path):
    file = backup(shop, NIGHT)
    moved = tmp_path / "new"
    moved.mkdir()
    assert restore(moved, file) == file
    Store(moved).close()


def test_old_log_of_changes_is_never_played_into_a_restored_store(home, shop):
    file = backup(shop, NIGHT)
    shop.close()
    (home / f"{FILE}.wal").write_bytes(b"garbage" * 99)
    restore(home, file)
    assert not (home / f"{FILE}.wal").exists()
    assert (home / f"{FILE}.wal.unreadable-1").read_bytes() == b"garbage" * 99
    Store(home).close()
