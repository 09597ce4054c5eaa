"""The watcher: looks at the inbox every second, inside the process that holds the store."""

import threading
from typing import Final

import duckdb

from data import home
from data.inbox.asked import Asked, waiting
from data.inbox.carrying_out import carry_out
from data.inbox.dropped import DONE, REFUSED, Dropped
from data.inbox.filing import file_away
from data.inbox.later import Later, log_trouble
from data.inbox.request import Answer, Brought, Request
from data.inbox.watching import INBOX, beat, end
from data.refusal import Refused
from data.store import Store

EVERY: Final = 1.0  # seconds
DISK_TROUBLE: Final = (OSError, duckdb.IOException)
LET_FINISH: Final = 20.0  # seconds; what is cut off is done anew after the next start


class Watcher:
    """Imports what is dropped into the inbox of ``store``, and does what other processes ask for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._inbox = store.folder / INBOX
        self._later = Later()
        self._dropped = Dropped(self._inbox, self._later)
        self._stopping = threading.Event()
        # A beat of its own, because an import can take longer than the sign stays fresh.
        self._threads = [threading.Thread(target=run, name=INBOX, daemon=True) for run in (self._watch, self._beat)]

    def start(self) -> None:
        """Begin to watch; whoever asks from now on is answered."""
        self._inbox.mkdir(parents=True, exist_ok=True)
        beat(self._inbox)
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Let what is being imported finish, then stop."""
        self._stopping.set()
        for thread in self._threads:
            thread.join(LET_FINISH)
        end(self._inbox)

    def look(self) -> None:
        """Take the files that are whole, then do everything that is asked: one step."""
        for name in (DONE, REFUSED):
            (self._inbox / name).mkdir(parents=True, exist_ok=True)
        self._dropped.take(home.now())
        for asked, request in waiting(self._inbox):
            if self._later.due(asked.folder) and not self._stopping.is_set():
                with self._later.on_trouble(asked.folder):
                    self._carry_out(asked, request)

    def _carry_out(self, asked: Asked, request: Request) -> None:
        file = asked.file()
        try:
            answer = carry_out(self._store, request, Brought.read(file) if file else None)
        except Refused as problem:
            answer = Answer.refusal(problem)
        except Exception as problem:
            if self._stopping.is_set():
                return  # the store was closed meanwhile: the next start does it
            if request.dropped and isinstance(problem, DISK_TROUBLE):
                raise
            log_trouble(f"The inbox refused {file.name if file else request.command}", problem)
            answer = Answer.refusal(Refused("inbox.failed", problem=type(problem).__name__))
        if file:
            file_away(self._inbox, file, request, answer)
        if request.dropped:
            asked.forget()
        else:
            asked.answer(answer)

    def _watch(self) -> None:
        while not self._stopping.is_set():
            with self._later.on_trouble(self._inbox.parent):
                self.look()
            self._stopping.wait(EVERY)

    def _beat(self) -> None:
        while not self._stopping.is_set():
            beat(self._inbox)
            self._stopping.wait(EVERY)
