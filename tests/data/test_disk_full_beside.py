"""A disk that is full beside the store, at a backup or while a file is read: a sentence says so, nothing is lost."""

from datetime import datetime

import duckdb
import pytest

from data import demo
from data.backups import backup, restore
from data.opening import FILE
from data.store import Store
from tests.data.books import book_of
from tests.data.forms import calls
from tests.data.refusing import no_room
from tests.data.stored import dump_of

EVENING = datetime(2026, 11, 21, 19, 0)
MANY = calls(20, 2_000)
BOOK = book_of({"电话": MANY})


@pytest.mark.parametrize("end", [0, 1_000, 13_000, 300_000, 2_000_000])
def test_backup_without_room_leaves_the_good_one_and_no_part_of_its_own(shop, home, bring, files_end_at, end):
    bring(calls(20, 40))
    good = backup(shop, EVENING)
    content = good.read_bytes()
    bring(calls(21, 2_000))
    with files_end_at(end):
        no_room(lambda: backup(shop, EVENING))
    assert [file.name for file in (home / "backups").iterdir()] == [good.name]
    assert good.read_bytes() == content
    assert backup(shop, EVENING) == good
    shop.close()
    with duckdb.connect(str(good), read_only=True) as copy:
        assert copy.execute("select count(*) from raw.calls").fetchall() == [(2_040,)]


def test_restore_without_room_leaves_the_store_as_it_is(shop, home, bring, everything, files_end_at):
    file = backup(shop, EVENING)
    bring(calls(20, 40))
    before = everything()
    shop.close()
    with files_end_at(100_000):
        no_room(lambda: restore(home, file))
    assert sorted(found.name for found in home.iterdir() if found.is_file()) == ["secret.key", FILE]
    assert dump_of(home) == before


@pytest.mark.parametrize(
    ("content", "end"),
    [(MANY.encode(), 1_000), (BOOK, 1_000), (BOOK, 150_000)],
    ids=["text", "workbook", "what the workbook holds"],
)
def test_reading_without_room_for_what_it_puts_aside_is_refused(shop, prepared, files_end_at, content, end):
    with files_end_at(end):
        no_room(lambda: prepared(content, "表.xlsx"))
    assert prepared(content, "表.xlsx").rows == 2_000


def test_demo_without_room_is_refused(shop, files_end_at):
    with files_end_at(100):
        no_room(lambda: next(demo.load(shop, EVENING, days=30)))


def test_command_line_says_what_is_full(home, file, run, files_end_at):
    Store(home).close()
    form = file("表.csv", calls(20, 1_000))
    with files_end_at(100_000):
        code, _, err = run("import", form)
    assert code == 1
    assert str(home) in err
    assert run("import", form)[0] == 0
