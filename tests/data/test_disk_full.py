"""A disk that is full at any step: a sentence says so, nothing is lost or half done, and with room it goes on."""

import shutil
from datetime import datetime
from io import BytesIO
from pathlib import Path

import duckdb
import pytest
import xlsxwriter

from data import demo, rollups
from data.__main__ import main
from data.backups import backup, restore
from data.importing import commit, prepare, undo
from data.opening import FILE
from data.refusal import Refused
from data.store import Store
from data.texts import LANGUAGES
from tests.data.stored import dump, dump_of

EVENING = datetime(2026, 11, 21, 19, 0)
WAL = f"{FILE}.wal"
HEADER = "日期,门店,导购,客户,电话,通话结果"


def calls(day, count):
    rows = [f"2026-11-{day},旗舰店,导购{n % 5},客户,138{n % 4000:08},接通" for n in range(count)]
    return "\n".join([HEADER, *rows])


@pytest.fixture
def refused():
    """Run what finds no room, and expect it to be refused with a sentence in every language."""

    def refusing(work):
        with pytest.raises(Refused) as caught:
            work()
        assert caught.value.reason == "store.disk_full"
        sentences = [caught.value.sentence(language) for language in LANGUAGES]
        assert all(str(caught.value.details["folder"]) in said and "{" not in said for said in sentences)

    return refusing


def size(file):
    return file.stat().st_size


def as_after_a_crash(home, folder):
    """Return what the tables of a store hold that is left as it is now, and opened elsewhere."""
    return dump_of(shutil.copytree(home, folder))


# As many rows as DuckDB writes into its log of changes, and as many as go into the file before the commit. The log
# breaks off at once, within the change, and in its last bytes (the change takes some 50 kB).
@pytest.mark.parametrize(
    ("rows", "more"),
    [(200, 0), (200, 1), (200, 20_000), (200, 35_000), (130_000, 2_000_000)],
)
def test_import_without_room_changes_nothing_and_goes_through_with_it(
    shop, home, bring, prepared, everything, files_end_at, refused, tmp_path, rows, more
):
    bring(calls(20, 40))
    before = everything()
    file = prepared(calls(21, rows), "大.csv")
    with files_end_at(size(home / WAL) + more):
        refused(lambda: commit(shop, file, at=EVENING, user="测试"))
        assert (everything(), shop.data_version()) == (before, 1)
    assert as_after_a_crash(home, tmp_path / "crashed") == before
    commit(shop, file, at=EVENING, user="测试")
    after = everything()
    assert (after["versions"][-1][0], len(after["calls"])) == (2, rows + 40)
    shop.close()
    assert dump_of(home) == after


@pytest.mark.parametrize("change", ["undo", "rebuild"])
def test_other_changes_without_room_change_nothing_and_go_through_with_it(
    shop, home, bring, everything, files_end_at, refused, change
):
    def undoing():
        undo(shop, 1, at=EVENING, user="测试")

    def rebuilding():
        with shop.write("rebuild") as connection:
            rollups.rebuild(connection)

    work = {"undo": undoing, "rebuild": rebuilding}[change]
    bring(calls(20, 40))
    before = everything()
    with files_end_at(size(home / WAL)):
        refused(work)
    assert everything() == before
    work()
    assert shop.data_version() == 2


@pytest.fixture
def nearly_full(home):
    """Open a shop whose file is large: its log of changes has room to grow as long, the file itself not."""
    Store(home).close()
    with duckdb.connect(str(home / FILE)) as connection:
        connection.execute("create table raw.ballast as select md5(random()::varchar) as x from range(1_300_000)")
    assert size(home / FILE) > 20_000_000
    with Store(home) as store:
        yield store, [prepare(store, calls(day, 50_000).encode(), "大.csv", received_at=EVENING) for day in (20, 21)]


def test_full_while_the_log_of_changes_moves_into_the_file_needs_no_restart(
    nearly_full, home, answers, files_end_at, refused, tmp_path
):
    store, (first, second) = nearly_full

    def bring_second():
        commit(store, second, at=EVENING, user="测试")

    with files_end_at(size(home / FILE)):
        commit(store, first, at=EVENING, user="测试")
        before = answers(store, ("旗舰店",))
        for _ in range(2):
            refused(bring_second)
            assert (answers(store, ("旗舰店",)), store.data_version()) == (before, 1)
        with store.cursor(["旗舰店"]) as still_open:
            refused(bring_second)
            refused(lambda: answers(store, ("旗舰店",)))  # the file opens again when the last has let go
            with pytest.raises(duckdb.FatalException):
                still_open.execute("select count(*) from calls")
        assert answers(store, ("旗舰店",)) == before
    with Store(shutil.copytree(home, tmp_path / "crashed")) as left:
        assert answers(left, ("旗舰店",)) == before
    bring_second()
    assert store.data_version() == 2
    with store.cursor(["旗舰店"]) as cursor:
        assert cursor.execute("select count(*) from calls").fetchall() == [(100_000,)]


@pytest.mark.parametrize("end", [0, 13_000, 300_000, 2_000_000])
def test_closing_without_room_loses_nothing(shop, home, bring, everything, files_end_at, end):
    bring(calls(20, 40))
    after = everything()
    with files_end_at(end):
        shop.close()
    assert (home / WAL).exists()
    assert dump_of(home) == after


@pytest.mark.parametrize("rows", [40, 40_000])
def test_opening_without_room_is_refused_and_loses_nothing(home, tmp_path, files_end_at, refused, rows):
    with Store(home) as store:
        commit(store, prepare(store, calls(20, rows).encode(), "表.csv", received_at=EVENING), at=EVENING, user="测试")
        after = dump(store)
        left = shutil.copytree(home, tmp_path / "left")
    for end in (0, 13_000, size(left / WAL)):
        with files_end_at(end):
            refused(lambda: Store(left))
    assert list(left.glob("*.unreadable*")) == []
    assert dump_of(left) == after


def test_first_opening_without_room_is_refused_and_works_with_it(home, files_end_at, refused):
    for end in (0, 20, 5_000, 13_000):
        with files_end_at(end):
            refused(lambda: Store(home))
    with Store(home) as store:
        assert len(store.secret) == 64


@pytest.mark.parametrize("end", [0, 1_000, 13_000, 300_000, 2_000_000])
def test_backup_without_room_leaves_the_good_one_and_no_part_of_its_own(shop, home, bring, files_end_at, refused, end):
    bring(calls(20, 40))
    good = backup(shop, EVENING)
    content = good.read_bytes()
    bring(calls(21, 2_000))
    with files_end_at(end):
        refused(lambda: backup(shop, EVENING))
    assert [file.name for file in (home / "backups").iterdir()] == [good.name]
    assert good.read_bytes() == content
    assert backup(shop, EVENING) == good
    shop.close()
    with duckdb.connect(str(good), read_only=True) as copy:
        assert copy.execute("select count(*) from raw.calls").fetchall() == [(2_040,)]


def test_restore_without_room_leaves_the_store_as_it_is(shop, home, bring, everything, files_end_at, refused):
    file = backup(shop, EVENING)
    bring(calls(20, 40))
    before = everything()
    shop.close()
    with files_end_at(100_000):
        refused(lambda: restore(home, file))
    assert sorted(found.name for found in home.iterdir() if found.is_file()) == ["secret.key", FILE]
    assert dump_of(home) == before


def workbook(rows):
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        for number, line in enumerate(calls(20, rows).split("\n")):
            sheet.write_row(number, 0, line.split(","))
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "end"),
    [(calls(20, 2_000).encode(), 1_000), (workbook(2_000), 1_000), (workbook(2_000), 150_000)],
    ids=["text", "workbook", "what the workbook holds"],
)
def test_reading_without_room_for_what_it_puts_aside_is_refused(shop, prepared, files_end_at, refused, content, end):
    with files_end_at(end):
        refused(lambda: prepared(content, "表.xlsx"))
    assert prepared(content, "表.xlsx").rows == 2_000


def test_demo_without_room_is_refused(shop, files_end_at, refused):
    with files_end_at(100):
        refused(lambda: next(demo.load(shop, EVENING, days=30)))


def test_command_line_says_what_is_full(home, tmp_path: Path, files_end_at, capsys):
    Store(home).close()
    file = tmp_path / "表.csv"
    file.write_text(calls(20, 1_000), encoding="utf-8")
    with files_end_at(100_000):
        assert main(["import", str(file)]) == 1
    assert str(home) in capsys.readouterr().err
    assert main(["import", str(file)]) == 0
