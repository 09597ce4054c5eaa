"""Opening the shop's DuckDB file, or saying in a sentence why it can't be opened."""

from pathlib import Path
from typing import Final

import duckdb

from data.asked import first_row
from data.disk import no_room
from data.refusal import Refused

FILE: Final = "shop.duckdb"
STORAGE: Final = "v1.5.0"
# What the log of changes (WAL) begins with. A log that doesn't, DuckDB would drop without a word.
LOG_HEAD: Final = b"d\0b"


def open_file(folder: Path) -> duckdb.DuckDBPyConnection:
    """Open the file in ``folder`` so that it can reach nothing outside; raises ``Refused`` when it can't be opened."""
    file = folder / FILE
    wal = file.with_name(f"{FILE}.wal")
    new = not file.exists()
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
        if no_room(text):  # before the log of changes comes under suspicion
            if new:
                file.unlink(missing_ok=True)
            raise
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
    # Where the engine expects few rows it joins as-of by comparing all with all; it expects few where there are many.
    connection.execute("set global asof_loop_join_threshold = 0")
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
