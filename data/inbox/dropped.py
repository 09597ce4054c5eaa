"""Files that people drop into the inbox, once they are whole."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from data.inbox.asked import Asked
from data.inbox.later import Later
from data.inbox.request import Request
from data.inbox.watching import INBOX

DONE: Final = "done"
REFUSED: Final = "refused"
# Of a program that still writes, or of the system.
NOT_MEANT: Final = ("desktop.ini", "thumbs.db")
UNFINISHED_STARTS: Final = (".", "~")
UNFINISHED_ENDS: Final = (".part", ".tmp", ".crdownload", ".download")


class Dropped:
    """The files that lie in ``inbox`` and in the folders there, since when, and how they looked the last time."""

    def __init__(self, inbox: Path, later: Later) -> None:
        self._inbox, self._later = inbox, later
        self._looks: dict[Path, tuple[int, int]] = {}
        self._since: dict[Path, datetime] = {}

    def take(self, at: datetime) -> None:
        """Make a request of each file that looks as it did the last time, in the order they were last changed."""
        looks = dict(self._lying())
        self._since = {file: self._since.get(file, at) for file in looks}
        whole = sorted((look, file) for file, look in looks.items() if self._looks.get(file) == look)
        self._looks = looks
        for _, file in whole:
            if self._later.due(file):
                with self._later.on_trouble(file):
                    self._take(file)

    def _take(self, file: Path) -> None:
        with file.open("rb"):  # what can't be read stays where it is
            pass
        folder = "" if file.parent == self._inbox else file.parent.name
        asked = Asked.new(self._inbox)
        try:
            asked.ask(Request("import", INBOX, self._since[file], dropped=True, folder=folder))
            file.rename(asked.place / file.name)
        except OSError:
            asked.forget()
            raise

    def _lying(self) -> Iterator[tuple[Path, tuple[int, int]]]:
        for folder in (self._inbox, *self._folders()):
            with self._later.on_trouble(folder), os.scandir(folder) as entries:
                for entry in entries:
                    if _is_meant(entry.name) and entry.is_file(follow_symlinks=False):
                        state = entry.stat(follow_symlinks=False)
                        yield Path(entry.path), (state.st_mtime_ns, state.st_size)

    def _folders(self) -> list[Path]:
        with os.scandir(self._inbox) as entries:
            return [
                Path(entry.path)
                for entry in entries
                if entry.name not in {DONE, REFUSED} and _is_meant(entry.name) and entry.is_dir(follow_symlinks=False)
            ]


def _is_meant(name: str) -> bool:
    name = name.casefold()
    return not (name.startswith(UNFINISHED_STARTS) or name.endswith(UNFINISHED_ENDS) or name in NOT_MEANT)
