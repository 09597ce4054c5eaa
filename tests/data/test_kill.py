"""Killed at any moment, the store opens again as it was before or after the change, never between.

``XIHUI_KILL_ROUNDS=200`` kills more often.
"""

import os
import pickle
import random
import time
from datetime import datetime

import duckdb
import pytest

from data import rollups
from data.identity import Pair, decide
from data.importing import commit, prepare, undo
from data.logs import LOGS
from data.opening import FILE
from data.store import Store
from tests.data.books import book_of
from tests.data.small_world import STORES, log
from tests.data.stored import tables_of
from tests.data.victims import MODES, Child, serving, window

EVENING = datetime(2026, 11, 21, 19, 0)
ROUNDS = int(os.environ.get("XIHUI_KILL_ROUNDS", "50"))
ROWS = 20  # of each log in the import that is killed


def all_logs(seed: int, rows: int) -> bytes:
    """Return a workbook with a sheet of every kind of log."""
    chance = random.Random(seed)
    return book_of({kind: "\n".join(map(",".join, log(kind, chance, rows))) for kind in LOGS})


@pytest.fixture
def before_and_after(home, tmp_path, answers):
    """Return what the views say without and with the import that is killed, and leave the store without it."""
    with Store(home) as store:
        base = prepare(store, all_logs(1, 6), "底.xlsx", received_at=EVENING)
        assert {table.log.kind for table in base.tables} == set(LOGS)
        commit(store, base, at=EVENING, user="x")
        with store.reading() as cursor:
            one, other = cursor.execute(
                "select min(customer_key), max(customer_key) from raw.customer_state where store = $1", [STORES[0]]
            ).fetchall()[0]
        decide(store, "merge", [Pair(STORES[0], one, other)], at=EVENING, user="x")
        without = answers(store, STORES)
        prepared = prepare(store, all_logs(2, ROWS), "新.xlsx", received_at=EVENING)
        (tmp_path / "prepared").write_bytes(pickle.dumps((prepared, EVENING)))
        commit(store, prepared, at=EVENING, user="x", may_shrink=True)
        with_it = answers(store, STORES)
        undo(store, 2, at=EVENING, user="x")
        assert without != with_it
        assert answers(store, STORES) == without
    return without, with_it


@pytest.fixture
def server(before_and_after, home, tmp_path):
    """Start what is killed, for the store as it is without the import."""
    with serving(home, tmp_path / "prepared") as process:
        yield process


def check_ledger(tables):
    """Check that every batch is there whole or not at all, and every change has its version; return what is live."""
    batches = [row[0] for row in tables["batches"]]
    voids = [row[0] for row in tables["voids"]]
    causes = [cause.split()[0] for _, _, cause in tables["versions"]]
    assert batches == list(range(1, len(batches) + 1))
    assert voids == list(range(2, len(voids) + 2))
    assert len(batches) - len(voids) in {1, 2}
    assert [version for version, *_ in tables["versions"]] == list(range(1, len(causes) + 1))
    assert (causes.count("import"), causes.count("undo")) == (len(batches), len(voids))
    assert len(tables["decisions"]) == causes.count("merge") == 1
    facts = [(row[0], kind) for kind in LOGS for row in tables[kind]]
    rows = {(batch, kind): facts.count((batch, kind)) for batch, kind in set(facts)}
    said = {(row[0], row[3]): row[4] for row in tables["batch_tables"] if row[4]}
    assert rows == said
    assert {kind for _, kind in rows} == set(LOGS)
    assert (
        len({tuple(sorted((kind, n) for (of, kind), n in rows.items() if of == batch)) for batch in batches[1:]}) == 1
    )
    return len(batches) - len(voids) == 2


def check_daily_log(store):
    """Check that the days that the log of data versions ends with are the days that stand."""
    with store.reading() as cursor:
        last = (
            "select * exclude (version, gone) from raw.daily_log where true qualify not gone and "
            "row_number() over (partition by store, assistant, day order by version desc) = 1"
        )
        for one, other in ((last, "from raw.daily"), ("from raw.daily", last)):
            assert cursor.execute(f"({one}) except ({other})").fetchall() == []


def check_backups(home, tables):
    """Check that every backup is the whole store, and remove them; return how many there were."""
    files = list((home / "backups").glob("*.duckdb"))
    for file in files:
        with duckdb.connect(str(file), read_only=True) as copy:
            assert tables_of(copy) == tables
        file.unlink()
    return len(files)


def test_store_killed_at_any_moment_is_as_before_or_as_after(before_and_after, server, home, answers):
    chance = random.Random(20261121)
    windows = {mode: window(server, mode) for mode in MODES}
    found_wal = backups = 0
    seen, versions = set(), []
    with Store(home) as store, store.reading() as cursor:
        check_backups(home, tables_of(cursor))
    for number in range(ROUNDS):
        mode = MODES[number % len(MODES)]
        child = Child(server, mode)
        for _ in range(chance.randint(1, 2)):
            child.wait_for_start()
        time.sleep(chance.uniform(0, windows[mode]))
        child.kill()
        found_wal += (home / f"{FILE}.wal").exists()
        with Store(home) as store:
            with store.reading() as cursor:
                tables = tables_of(cursor)
            live = check_ledger(tables)
            check_daily_log(store)
            backups += check_backups(home, tables)
            assert answers(store, STORES) == before_and_after[live]
            versions.append(store.data_version())
        seen.add(live)
    with Store(home) as store:
        with store.write("rebuild") as connection:
            rollups.rebuild(connection)
        assert answers(store, STORES) == before_and_after[live]
    assert versions == sorted(versions)
    assert seen == {False, True}
    assert backups
    assert found_wal > ROUNDS / 5  # the kills hit a store at work; who only opens or backs up leaves no log of changes
    assert list(home.glob("*.unreadable*")) == []
