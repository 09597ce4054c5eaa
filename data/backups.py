"""Copies of the store, made while it is in use, and put back while it is not."""

import shutil
import threading
from datetime import datetime
from pathlib import Path
from typing import Final

import duckdb

from data.asked import first_row
from data.disk import room_in
from data.opening import FILE, STORAGE
from data.refusal import Refused
from data.store import Store

FOLDER: Final = "backups"
_one_at_a_time: Final = threading.Lock()  # of one process; no other has the store


def backup(store: Store, at: datetime) -> Path:
    """Write a copy of the whole store into its backups folder and return the file.

    A copy is there whole or not at all. Raises ``Refused`` when the disk is full.
    """
    final = store.folder / FOLDER / f"shop-{at:%Y%m%d-%H%M%S}.duckdb"
    unfinished = final.with_suffix(".unfinished")
    with _one_at_a_time:
        _clear(store.folder)
        try:
            with store.reading() as cursor:
                _copy(cursor, unfinished)
            unfinished.replace(final)
        finally:
            _clear(store.folder)
    return final


def _copy(cursor: duckdb.DuckDBPyConnection, file: Path) -> None:
    name = first_row(cursor, "select current_database()")[0]
    cursor.execute(f"attach '{_quoted(file)}' as copy_of_store (storage_version '{STORAGE}')")
    try:
        cursor.execute(f'copy from database "{name}" to copy_of_store')
    finally:
        cursor.execute("detach copy_of_store")


def _clear(folder: Path) -> None:
    """Remove what a backup that was cut off has left behind."""
    for file in (folder / FOLDER).glob("shop-*.unfinished*"):
        file.unlink()


def restore(folder: Path, file: Path | None) -> Path:
    """Put ``file`` (``None``: the newest backup) in place of the store in ``folder``; what stood there is kept aside.

    Returns the file that was put back. Raises ``Refused`` when there is no backup, it is no backup of a shop,
    the store is in use, or the disk is full.
    """
    file = file or max((folder / FOLDER).glob("shop-*.duckdb"), default=None)
    if not file:
        raise Refused("store.no_backup", folder=folder / FOLDER)
    _check(file)
    unfinished = folder / f"{FILE}.unfinished"
    try:
        with room_in(folder):
            shutil.copyfile(file, unfinished)
        _put_aside(folder, f"before-restore-of-{file.name}")
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    unfinished.replace(folder / FILE)
    return file


def _check(file: Path) -> None:
    try:
        with duckdb.connect(str(file), read_only=True, config={"autoload_known_extensions": "false"}) as connection:
            connection.execute("select count(*) from raw.migrations").fetchall()
    except duckdb.Error as problem:
        raise Refused("store.no_shop_in_file", file=file) from problem


def _put_aside(folder: Path, name: str) -> None:
    standing, wal = folder / FILE, folder / f"{FILE}.wal"
    if standing.exists():
        try:
            Store(folder).close()  # writes pending changes into the file
        except Refused as problem:
            if problem.reason == "store.in_use":
                raise
        aside = _free_name(folder / FOLDER / name)
        standing.replace(aside)
        if wal.exists():
            wal.replace(aside.with_name(f"{aside.name}.wal"))


def _free_name(file: Path) -> Path:
    number, free = 1, file
    while free.exists():
        number += 1
        free = file.with_stem(f"{file.stem}-{number}")
    return free


def _quoted(file: Path) -> str:
    return str(file).replace("'", "''")
