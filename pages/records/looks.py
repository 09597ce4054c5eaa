"""What files in the uploader say and would change, kept while they lie there: read once, previewed once a change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data import importing
from data.home import now
from data.refusal import Refused
from pages.shared.answers import store
from pages.shared.texts import plain, t


@dataclass(frozen=True)
class Said:
    """The operator's word on one file: its encoding, and a correction for each table that needs one, by number."""

    encoding: str | None = None
    tables: Mapping[int, importing.Correction] = field(default_factory=dict)


@dataclass(frozen=True)
class Look:
    """A file as it would be committed, or why it can't be; ``preview`` is of the data version ``version``."""

    said: Said
    prepared: importing.Prepared | Refused
    version: int | None = None
    preview: importing.Preview | None = None


def look(file: UploadedFile) -> tuple[importing.Prepared, importing.Preview]:
    """Return what ``file`` says and would change now; raises ``Refused`` when it can't be read."""
    looks, word = _looks(), said(file.file_id)
    found = looks.get(file.file_id)
    if found is None or found.said != word:
        with st.spinner(t("uploads.reading", file=plain(file.name))):
            found = Look(word, _examined(file, word))
        looks[file.file_id] = found
    prepared, preview, version = found.prepared, found.preview, store().data_version()
    if isinstance(prepared, Refused):
        raise prepared.with_traceback(None)  # raised in every run, it would grow a longer one each time
    if preview is None or found.version != version:
        preview = importing.preview(store(), prepared)
        looks[file.file_id] = replace(found, version=version, preview=preview)
    return prepared, preview


def said(file_id: str) -> Said:
    """Return what the operator has said of a file."""
    return _words().get(file_id, Said())


def say_encoding(file_id: str, encoding: str | None) -> None:
    """Take the operator's word for a file's encoding. What was said of its tables was said of other words."""
    _words()[file_id] = Said(encoding)


def say_of_table(file_id: str, number: int, correction: importing.Correction) -> None:
    """Take the operator's word on one table."""
    before = said(file_id)
    _words()[file_id] = replace(before, tables={**before.tables, number: correction})


def look_again(file_id: str) -> None:
    """Read a file anew, because what is remembered of its header has changed."""
    _looks().pop(file_id, None)


def keep_only(files: Sequence[UploadedFile]) -> None:
    """Forget the files that no longer lie in the uploader."""
    here = {file.file_id for file in files}
    st.session_state["looks"] = {name: found for name, found in _looks().items() if name in here}
    st.session_state["said"] = {name: word for name, word in _words().items() if name in here}


def _looks() -> dict[str, Look]:
    looks: dict[str, Look] = st.session_state.setdefault("looks", {})
    return looks


def _words() -> dict[str, Said]:
    words: dict[str, Said] = st.session_state.setdefault("said", {})
    return words


def _examined(file: UploadedFile, word: Said) -> importing.Prepared | Refused:
    try:
        return importing.examine(
            store(),
            file.getvalue(),
            file.name,
            received_at=now(),
            for_all=importing.Correction(encoding=word.encoding),
            corrections=word.tables,
        )
    except Refused as problem:
        return problem
