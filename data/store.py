"""The shop's DuckDB file: opened once by one process, a cursor of its own for every call."""

import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Self

import duckdb

from data import home, rollups
from data.asked import first_row
from data.refusal import Refused
from data.schema import migrate

Scope = Collection[str]
FILE: Final = "shop.duckdb"
STORAGE: Final = "v1.5.0"
# What the log of changes (WAL) begins with. A log that doesn't, DuckDB would drop without a word.
LOG_HEAD: Final = b"d\0b"


class Store:
    """One shop's facts in ``folder``; close it, or use it as a context manager.

    Raises ``Refused`` when somebody else holds the file, it is damaged, or its log of changes can't be replayed.
    """

    def __init__(self, folder: Path) -> None:
        folder = folder.resolve()
        self.folder = folder
        (folder / "backups").mkdir(parents=True, exist_ok=True)
        self._connection = _open(folder)
        self._writing = threading.Lock()
        try:
            self.secret = home.secret(folder)
            older = migrate(self._connection, home.now())
            self._version: int = first_row(self._connection, "select coalesce(max(version), 0) from raw.versions")[0]
            if older:
                with self.write("migration") as connection:
                    rollups.rebuild(connection)
        except BaseException:
            self.close()
            raise

    @contextmanager
    def cursor(self, scope: Scope) -> Iterator[duckdb.DuckDBPyConnection]:
        """Yield a cursor that sees the rows of the stores in ``scope`` and no others."""
        with self._connection.cursor() as cursor:
            cursor.execute("set variable allowed_stores = $stores::varchar[]", {"stores": list(scope)})
            yield cursor

    @contextmanager
    def write(self, cause: str) -> Iterator[duckdb.DuckDBPyConnection]:
        """Yield a cursor on the base tables inside the one transaction that makes the next data version.

        An exception takes everything back. ``cause`` says in the versions what happened.
        """
        with self._writing, self._connection.cursor() as cursor:
            cursor.execute("begin")
            try:
                yield cursor
                cursor.execute("insert into raw.versions values ($1, $2, $3)", [self._version + 1, home.now(), cause])
            except BaseException:
                cursor.execute("rollback")
                raise
            cursor.execute("commit")
            self._version += 1

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Yield a cursor on the base tables for the import's own questions; pages use ``cursor``."""
        with self._connection.cursor() as cursor:
            yield cursor

    def data_version(self) -> int:
        """Return the number of the last change; this process is the only one that makes any."""
        return self._version

    def all_stores(self) -> tuple[str, ...]:
        """Return the names of all stores with any row, sorted."""
        with self.reading() as cursor:
            rows = cursor.execute("select store from raw.store_names order by store").fetchall()
        return tuple(name for (name,) in rows)

    def close(self) -> None:
        """Write what is pending into the file and let go of it."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _open(folder: Path) -> duckdb.DuckDBPyConnection:
    file = folder / FILE
    wal = file.with_name(f"{FILE}.wal")
    if wal.exists() and not LOG_HEAD.startswith(_head(wal)):
        raise _unreadable(wal)
    try:
        connection = duckdb.connect(
            str(file),
            config={
                "autoload_known_extensions": "false",
                "autoinstall_known_extensions": "false",
                "python_enable_replacements": "false",
                "storage_compatibility_version": STORAGE,
            },
        )
    except duckdb.Error as problem:
        text = str(problem)
        if "Could not set lock" in text or "being used by another process" in text:
            raise Refused("store.in_use", folder=folder) from problem
        if "WAL" in text and wal.exists():
            raise _unreadable(wal) from problem
        if "Corrupt" in text or "not a valid DuckDB database file" in text:
            raise Refused("store.damaged", file=file) from problem
        raise
    if first_row(connection, "select current_setting('lock_configuration')")[0]:
        connection.close()  # DuckDB shares one open file within a process
        raise Refused("store.in_use", folder=folder)
    # The order matters: nothing can be set after the lock, and the zone needs what access allows.
    connection.execute("set TimeZone = 'UTC'")
    connection.execute("set memory_limit = '2GB'")
    for setting, value in (("temp_directory", folder / "tmp"), ("allowed_directories", [str(folder)])):
        connection.execute(f"set {setting} = {_literal(value)}")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def _literal(value: Path | list[str]) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_literal(Path(item)) for item in value) + "]"
    return "'" + str(value).replace("'", "''") + "'"


def _head(wal: Path) -> bytes:
    with wal.open("rb") as file:
        return file.read(len(LOG_HEAD))


def _unreadable(wal: Path) -> Refused:
    """Move a log of changes aside and return the refusal that says so."""
    number = 1
    while (aside := wal.with_name(f"{wal.name}.unreadable-{number}")).exists():
        number += 1
    wal.rename(aside)
    return Refused("store.unreadable_changes", file=aside.name, folder=wal.parent)
