"""A disk that is full at any step of a change: nothing is lost or half done, and with room it goes on."""

import shutil
from datetime import datetime

import duckdb
import pytest

from data import rollups
from data.importing import commit, prepare, undo
from data.opening import FILE, open_file
from data.store import Store
from tests.data.forms import calls
from tests.data.refusing import no_room
from tests.data.stored import dump, dump_of

EVENING = datetime(2026, 11, 21, 19, 0)
WAL = f"{FILE}.wal"


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
    shop, home, bring, prepared, everything, files_end_at, tmp_path, rows, more
):
    bring(calls(20, 40))
    before = everything()
    file = prepared(calls(21, rows), "大.csv")
    with files_end_at(size(home / WAL) + more):
        no_room(lambda: commit(shop, file, at=EVENING, user="测试"))
        assert (everything(), shop.data_version()) == (before, 1)
    assert as_after_a_crash(home, tmp_path / "crashed") == before
    commit(shop, file, at=EVENING, user="测试")
    after = everything()
    assert (after["versions"][-1][0], len(after["calls"])) == (2, rows + 40)
    shop.close()
    assert dump_of(home) == after


@pytest.mark.parametrize("change", ["undo", "rebuild"])
def test_other_changes_without_room_change_nothing_and_go_through_with_it(
    shop, home, bring, everything, files_end_at, change
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
        no_room(work)
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
    nearly_full, home, answers, files_end_at, tmp_path
):
    store, (first, second) = nearly_full

    def bring_second():
        commit(store, second, at=EVENING, user="测试")

    with files_end_at(size(home / FILE)):
        commit(store, first, at=EVENING, user="测试")
        before = answers(store, ("旗舰店",))
        for _ in range(2):
            no_room(bring_second)
            assert (answers(store, ("旗舰店",)), store.data_version()) == (before, 1)
        with store.cursor(["旗舰店"]) as still_open:
            no_room(bring_second)
            no_room(lambda: answers(store, ("旗舰店",)))  # the file opens again when the last has let go
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
def test_opening_without_room_for_newer_views_is_refused_and_loses_nothing(home, tmp_path, files_end_at, rows):
    with Store(home) as store:
        commit(store, prepare(store, calls(20, rows).encode(), "表.csv", received_at=EVENING), at=EVENING, user="测试")
        after = dump(store)
        with store.reading() as cursor:
            cursor.execute("update raw.views_made set made_of = 'older'")
        left = shutil.copytree(home, tmp_path / "left")
    for end in (0, 13_000, size(left / WAL)):
        with files_end_at(end):
            no_room(lambda: Store(left))
    assert list(left.glob("*.unreadable*")) == []
    assert dump_of(left) == after


def test_first_opening_without_room_is_refused_and_works_with_it(home, files_end_at, monkeypatch):
    monkeypatch.setattr("data.store.open_file", open_file)  # not as a copy
    for end in (0, 20, 5_000, 13_000):
        with files_end_at(end):
            no_room(lambda: Store(home))
    with Store(home) as store:
        assert len(store.secret) == 64
