"""What files in the uploader say and would change, kept while they lie there: read once, previewed once a change."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data import importing
from data.home import now
from data.refusal import Refused
from pages.shared.answers import store
from pages.shared.texts import plain, t


@dataclass(frozen=True)
class Said:
    """What the operator says where the file leaves it open; None: as the file says."""

    kind: str | None
    store_name: str | None
    encoding: str | None


@dataclass(frozen=True)
class Look:
    """A file as it would be committed, or why it can't be; ``preview`` is of the data version ``version``."""

    said: Said
    prepared: importing.Prepared | Refused
    version: int | None = None
    preview: importing.Preview | None = None


def look(file: UploadedFile, said: Said) -> tuple[importing.Prepared, importing.Preview]:
    """Return what ``file`` says and would change now; raises ``Refused`` when nothing in it can be used."""
    looks = _looks()
    found = looks.get(file.file_id)
    if found is None or found.said != said:
        with st.spinner(t("uploads.reading", file=plain(file.name))):
            found = Look(said, _prepared(file, said))
        looks[file.file_id] = found
    prepared, preview, version = found.prepared, found.preview, store().data_version()
    if isinstance(prepared, Refused):
        raise prepared.with_traceback(None)  # raised in every run, it would grow a longer one each time
    if preview is None or found.version != version:
        preview = importing.preview(store(), prepared)
        looks[file.file_id] = replace(found, version=version, preview=preview)
    return prepared, preview


def keep_only(files: Sequence[UploadedFile]) -> None:
    """Forget the files that no longer lie in the uploader."""
    here = {file.file_id for file in files}
    st.session_state["looks"] = {name: found for name, found in _looks().items() if name in here}


def _looks() -> dict[str, Look]:
    looks: dict[str, Look] = st.session_state.setdefault("looks", {})
    return looks


def _prepared(file: UploadedFile, said: Said) -> importing.Prepared | Refused:
    try:
        return importing.prepare(
            store(),
            file.getvalue(),
            file.name,
            received_at=now(),
            kind=said.kind,
            store_name=said.store_name,
            encoding=said.encoding,
        )
    except Refused as problem:
        return problem
