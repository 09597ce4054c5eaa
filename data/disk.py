"""A disk that is full, said in a sentence."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import duckdb

from data.refusal import Refused

# No space, no more of somebody's share of it, a file as large as it may be. DuckDB passes on what the system says.
NO_ROOM: Final = tuple(os.strerror(code) for code in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG))


@contextmanager
def room_in(folder: Path) -> Iterator[None]:
    """Turn the error of a write that finds no room on the disk of ``folder`` into ``Refused``."""
    try:
        yield
    except (OSError, duckdb.Error) as problem:
        if not no_room(str(problem)):
            raise
        raise Refused("store.disk_full", folder=folder) from problem


def no_room(said: str) -> bool:
    """Whether an error speaks of a full disk."""
    return any(reason in said for reason in NO_ROOM)
