"""Requests on disk: a folder each, in the order they came, that holds the request, its file and then the answer.

``<inbox>/.requests/<id>/request.json``, ``file/<name of the file>``, ``answer.json``. The request is written before
its file appears, whole, by a rename; without a file, the request itself does. So whoever finds one finds all of it.
"""

import secrets
import shutil
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from data import home
from data.inbox.request import Answer, Request
from data.inbox.watching import INBOX

REQUESTS: Final = ".requests"
FORGOTTEN_AFTER: Final = 3600  # seconds until an answer nobody fetched, or a request nobody finished, is thrown away


@dataclass(frozen=True)
class Asked:
    """One request's folder."""

    folder: Path

    @classmethod
    def new(cls, inbox: Path) -> "Asked":
        """Make the folder of a request that nobody has made yet."""
        asked = cls(inbox / REQUESTS / f"{time.time_ns():020}-{secrets.token_hex(4)}")
        asked.place.mkdir(parents=True)
        return asked

    @property
    def place(self) -> Path:
        """Where its file lies, alone, under any name."""
        return self.folder / "file"

    def ask(self, request: Request) -> None:
        """Write the request down."""
        write_whole(self.folder / "request.json", request.written())

    def bring(self, name: str, content: bytes) -> Path:
        """Put the file beside its request and return where it lies."""
        unfinished = self.folder / "unfinished"
        unfinished.write_bytes(content)
        return unfinished.replace(self.place / name)

    def answer(self, answer: Answer) -> None:
        """Write the answer down."""
        write_whole(self.folder / "answer.json", answer.written())

    def request(self) -> Request | None:
        """Return what is asked, if anything is and it waits to be done."""
        asked = self.folder / "request.json"
        if not asked.exists() or (self.folder / "answer.json").exists():
            return None
        try:
            request = Request.read(asked.read_text(encoding="utf-8"))
        except (KeyError, TypeError, ValueError):  # not of our writing, but its file may be somebody's
            request = Request("import", INBOX, home.now(), dropped=True)
        return None if request.command == "import" and not self.file() else request

    def file(self) -> Path | None:
        """Return its file, if it has come; what is no file of its own, such as a link, never counts."""
        return next((file for file in self.place.iterdir() if is_file(file)), None)

    def answered(self) -> Answer | None:
        """Return the answer, if it has come."""
        answer = self.folder / "answer.json"
        return Answer.read(answer.read_text(encoding="utf-8")) if answer.exists() else None

    def forget(self) -> None:
        """Throw the folder away."""
        shutil.rmtree(self.folder, ignore_errors=True)


def waiting(inbox: Path) -> Iterator[tuple[Asked, Request]]:
    """Yield what is asked in an inbox in the order it came; throw away what nobody comes back to."""
    requests = inbox / REQUESTS
    requests.mkdir(parents=True, exist_ok=True)
    for folder in sorted(requests.iterdir()):
        asked = Asked(folder)
        with suppress(FileNotFoundError, NotADirectoryError):  # whoever asked has just fetched the answer; no request
            if folder.is_symlink():
                continue
            if request := asked.request():
                yield asked, request
            elif not asked.file() and time.time() - folder.stat().st_mtime > FORGOTTEN_AFTER:
                asked.forget()


def is_file(file: Path) -> bool:
    """Whether ``file`` is a file and no link to one."""
    return stat.S_ISREG(file.lstat().st_mode)


def write_whole(file: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all."""
    unfinished = file.with_name(".unfinished")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(file)
