"""The inbox as its tests fill it and look at it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from data.inbox import Watcher
from data.store import Store

Drop = Callable[..., Path]


def look_twice(watcher: Watcher) -> None:
    """Look until what was dropped before has been taken: two looks that see the same."""
    watcher.look()
    watcher.look()


def names(folder: Path) -> list[str]:
    """Return the names in a folder, sorted."""
    return sorted(file.name for file in folder.iterdir())


def said(file: Path) -> str:
    """Return what an answer says."""
    return file.read_text(encoding="utf-8-sig")


def batches(shop: Store) -> list[tuple[Any, ...]]:
    """Return file and user of every import."""
    with shop.reading() as cursor:
        return cursor.execute("select file_name, user_name from raw.batches order by batch_id").fetchall()
