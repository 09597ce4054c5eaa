"""The shop's DuckDB file: opened once by one process, a cursor of its own for every call."""

import threading
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Self

import duckdb

from data import home, rollups
from data.asked import first_row
from data.disk import room_in
from data.opening import open_file
from data.schema import migrate

Scope = Collection[str]
VERSION = "select coalesce(max(version), 0) from raw.versions"


class Moment(threading.local):
    """What a thread that looks at one moment of the store looks through."""

    cursor: duckdb.DuckDBPyConnection | None = None
    version = 0


class Store:
    """One shop's facts in ``folder``; close it, or use it as a context manager.

    Raises ``Refused`` when somebody else holds the file, it is damaged, its log of changes can't be replayed, or the
    disk is full.
    """

    def __init__(self, folder: Path) -> None:
        folder = folder.resolve()
        self.folder = folder
        self._writing = threading.Lock()
        self._cursors = 0
        self._counting = threading.Lock()
        self._broken: str | None = None
        self._moment = Moment()
        with room_in(folder):
            (folder / "backups").mkdir(parents=True, exist_ok=True)
            self._connection = open_file(folder)
            try:
                self.secret = home.secret(folder)
                older = migrate(self._connection, home.now())
                self._version: int = first_row(self._connection, VERSION)[0]
                if older:
                    with self.write("migration") as connection:
                        rollups.rebuild(connection)
            except BaseException:
                self.close()
                raise

    @contextmanager
    def cursor(self, scope: Scope) -> Iterator[duckdb.DuckDBPyConnection]:
        """Yield a cursor that sees the rows of the stores in ``scope`` and no others."""
        with self._looking() as cursor:
            _let_see(cursor, scope)
            yield cursor

    @contextmanager
    def trying(self, scope: Scope) -> Iterator[duckdb.DuckDBPyConnection]:
        """Yield a cursor like ``cursor`` whose changes nobody else ever sees, and which are always taken back."""
        with self.reading() as cursor:
            _let_see(cursor, scope)
            cursor.execute("begin")
            try:
                yield cursor
            finally:
                cursor.execute("rollback")

    @contextmanager
    def moment(self) -> Iterator[int]:
        """Let this thread see the store as it is now, whatever others change until the end; yield the data version.

        Meant for reading: what the thread itself changes meanwhile, it sees only afterwards.
        """
        if self._moment.cursor:
            yield self._moment.version
            return
        with self.reading() as cursor:
            cursor.execute("begin transaction read only")
            self._moment.version = first_row(cursor, VERSION)[0]
            self._moment.cursor = cursor
            try:
                yield self._moment.version
            finally:
                self._moment.cursor = None

    @contextmanager
    def write(self, cause: str) -> Iterator[duckdb.DuckDBPyConnection]:
        """Yield a cursor on the base tables inside the one transaction that makes the next data version.

        An exception takes everything back. ``cause`` says in the versions what happened. Raises ``Refused`` when the
        disk is full.
        """
        with self._writing, self.reading() as cursor:
            cursor.execute("begin")
            try:
                yield cursor
                cursor.execute("insert into raw.versions values ($1, $2, $3)", [self._version + 1, home.now(), cause])
            except duckdb.FatalException:
                raise  # the transaction went with the engine
            except BaseException:
                cursor.execute("rollback")
                raise
            cursor.execute("commit")
            self._version += 1

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Yield a cursor on the base tables for the import's own questions; pages use ``cursor``."""
        with room_in(self.folder):
            cursor = self._new_cursor()
            try:
                with cursor:
                    yield cursor
            except duckdb.FatalException as problem:
                self._broken = str(problem)
                raise
            finally:
                with self._counting:
                    self._cursors -= 1

    def data_version(self) -> int:
        """Return the number of the last change; this process is the only one that makes any."""
        return self._version

    def all_stores(self) -> tuple[str, ...]:
        """Return the names of all stores with any row, sorted."""
        with self._looking() as cursor:
            rows = cursor.execute("select store from raw.store_names order by store").fetchall()
        return tuple(name for (name,) in rows)

    def close(self) -> None:
        """Write what is pending into the file and let go of it."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _looking(self) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
        """Return the cursor of this thread's moment, else a new one."""
        return nullcontext(self._moment.cursor) if self._moment.cursor else self.reading()

    def _new_cursor(self) -> duckdb.DuckDBPyConnection:
        """Return a new cursor, and open the file again first when an error has closed the engine for good.

        DuckDB does so when there is no room to move its log of changes into the file; what is on disk is whole. The
        file can only be opened when no cursor is left; until then everybody hears of the error.
        """
        with self._counting:
            if self._broken:
                if self._cursors:
                    raise duckdb.FatalException(self._broken)
                self._connection.close()
                self._connection = open_file(self.folder)
                self._version = first_row(self._connection, VERSION)[0]
                self._broken = None
            cursor = self._connection.cursor()
            self._cursors += 1
            return cursor


def _let_see(cursor: duckdb.DuckDBPyConnection, scope: Scope) -> None:
    cursor.execute("set variable allowed_stores = $stores::varchar[]", {"stores": list(scope)})
