"""What lies on a session's desk: files, the word on them, the work on them, and what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data import importing
from data.importing import Tell
from data.refusal import Refused
from pages.records.committing import Agreed, Outcome, commit
from pages.records.looks import Brought, Look, Name, Said, take_a_look
from pages.records.working import AT_ONCE, Job
from pages.shared.answers import store


@dataclass
class Desk:
    """One session's uploads. ``round`` counts the commits: each clears the uploader.

    ``lying`` in it are the files of the last run; ``kept`` are those it has forgotten since, because somebody left the
    page. ``touched``: somebody has put files into it or taken them out.
    """

    round: int = 0
    lying: list[UploadedFile] = field(default_factory=list)
    kept: list[UploadedFile] = field(default_factory=list)
    touched: bool = False
    looks: dict[str, Look] = field(default_factory=dict)
    words: dict[str, Said] = field(default_factory=dict)
    names: dict[Name, str] = field(default_factory=dict)
    agreed: set[str] = field(default_factory=set)
    reading: Job[tuple[Brought, Look | None], Look] | None = None
    committing: Job[Agreed, Outcome] | None = None
    outcomes: list[Outcome | Refused] = field(default_factory=list)

    def said(self, file_id: str) -> Said:
        """Return what the operator has said of a file."""
        return self.words.get(file_id, Said())

    def say_encoding(self, file_id: str, encoding: str | None) -> None:
        """Take the operator's word for a file's encoding. What was said of its tables was said of other words."""
        self.words[file_id] = Said(encoding)

    def say_of_table(self, file_id: str, number: int, correction: importing.Correction) -> None:
        """Take the operator's word on one table."""
        before = self.said(file_id)
        self.words[file_id] = replace(before, tables={**before.tables, number: correction})

    def touch(self) -> None:
        """Take notice that somebody turns to other files, and put away what became of the last ones."""
        self.touched, self.outcomes = True, []

    def files(self, lying: Sequence[UploadedFile]) -> list[UploadedFile]:
        """Return all files on the desk, when these lie in the uploader."""
        if not (lying or self.touched):
            self.kept += self.lying
        self.lying, self.touched = list(lying), False
        return [*self.kept, *lying]

    def put_away(self) -> None:
        """Forget the files that somebody left behind."""
        self.kept = []

    def keep_only(self, files: Sequence[UploadedFile]) -> None:
        """Forget what was read and said of files that are gone; with the last of them goes what was said of names."""
        here = {file.file_id for file in files}
        self.looks = {name: found for name, found in self.looks.items() if name in here}
        self.words = {name: word for name, word in self.words.items() if name in here}
        if not here:
            self.names, self.agreed = {}, set()

    def look_at(self, files: Sequence[UploadedFile]) -> None:
        """See to it that all files are read as was said, and previewed as the data is now; what takes long goes on."""
        self._collect()
        late = [] if self.reading else [file for file in files if self.look(file) is None]
        if late:
            shop = store()

            def work(item: tuple[Brought, Look | None], tell: Tell) -> Look:
                return take_a_look(shop, *item, tell)

            self.reading = Job(
                [(file.name, (self._brought(file), self.looks.get(file.file_id))) for file in late], work
            )
            self.reading.wait(AT_ONCE)
            self._collect()

    def look(self, file: UploadedFile) -> Look | None:
        """Return what a file says and would change, None while that is being worked out."""
        found = self.looks.get(file.file_id)
        current = found and found.of(self.said(file.file_id), self.names) and found.holds(store().data_version())
        return found if current else None

    def commit(self, agreed: Sequence[Agreed]) -> None:
        """Start to commit files, and clear the uploader."""
        shop = store()
        self.round += 1
        self.lying, self.kept, self.outcomes = [], [], []
        self.committing = Job(
            [(one.look.brought.name, one) for one in agreed], lambda one, tell: commit(shop, one, tell)
        )
        self.committing.wait(AT_ONCE)

    def settle(self) -> None:
        """Take over what became of files that were being committed."""
        if self.committing and self.committing.done:
            self.outcomes, self.committing = list(self.committing.results), None

    def _brought(self, file: UploadedFile) -> Brought:
        return Brought(file.file_id, file.name, file.getvalue(), self.said(file.file_id), dict(self.names))

    def _collect(self) -> None:
        """Take over what has been read; the last first asked whether it is done, so that nothing is missed."""
        if self.reading is None:
            return
        done = self.reading.done
        for (_, (brought, _)), found in zip(self.reading.items, list(self.reading.results), strict=False):
            self.looks[brought.file_id] = Look(brought, found) if isinstance(found, Refused) else found
        if done:
            self.reading = None


def desk() -> Desk:
    """Return this session's desk."""
    found: Desk = st.session_state.setdefault("desk", Desk())
    return found
