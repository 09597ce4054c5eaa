"""The sign that somebody watches the inbox: a file that is touched every second while the watcher runs."""

import time
from contextlib import suppress
from pathlib import Path
from typing import Final

INBOX: Final = "inbox"
SIGN: Final = ".watching"
FRESH: Final = 10  # seconds


def beat(inbox: Path) -> None:
    """Show that the inbox is watched."""
    with suppress(OSError):  # without the sign others are told that the store is in use
        (inbox / SIGN).touch()


def end(inbox: Path) -> None:
    """Show that it is no longer."""
    with suppress(OSError):
        (inbox / SIGN).unlink()


def watched(folder: Path) -> bool:
    """Whether the inbox of the shop in ``folder`` is watched."""
    try:
        touched = (folder / INBOX / SIGN).stat().st_mtime
    except OSError:
        return False
    return abs(time.time() - touched) < FRESH
