"""Files on their way in: what each would change, what is still to be said of it, and the commit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data import importing
from data.home import now
from data.refusal import Refused
from pages.records.correcting import check_table
from pages.records.encoding import ask_encoding, choose_encoding
from pages.records.looks import look, look_again, said
from pages.records.preview import agree_to_slices, draw_table
from pages.shared.answers import store
from pages.shared.texts import language, plain, t

USER: Final = "uploads_page"
IN_DOUBT: Final = frozenset({"reading.unknown_encoding", "reading.wrong_encoding"})  # another encoding may help


@dataclass(frozen=True)
class Incoming:
    """A file that could be committed. ``shrinking`` would lose rows; ``agreed``: nothing still needs a yes."""

    file: UploadedFile
    prepared: importing.Prepared
    shrinking: tuple[importing.Slice, ...]
    agreed: bool


@dataclass(frozen=True)
class Outcome:
    """What became of a file."""

    file: str
    rows: int
    refused: Refused | None = None


def look_at(file: UploadedFile) -> Incoming | None:
    """Draw what ``file`` would change; return it if it can be committed."""
    st.markdown(f"**{plain(file.name)}**")
    try:
        prepared, preview = look(file)
    except Refused as problem:
        st.error(plain(problem.sentence(language())), icon=":material/block:")
        if problem.reason in IN_DOUBT:
            choose_encoding(file, said(file.file_id).encoding, f"encoding_{file.file_id}_{said(file.file_id).encoding}")
        return None
    encoding = prepared.reading.encoding
    ask_encoding(file, prepared.reading)
    if prepared.reread:
        _as_last_time(file, prepared.reread, t("uploads.encoding_as_last_time", encoding=encoding))
    for table in prepared.tables:
        draw_table(table)
        _earlier(file, table)
        check_table(file, table, encoding, opened=False)
    for left in prepared.open:
        _draw_open(file, left, prepared)
    if preview.already:
        st.info(t("uploads.already", at=f"{preview.already:%Y-%m-%d %H:%M}"), icon=":material/content_copy:")
        return None
    if not prepared.rows:
        return None
    st.caption(t("uploads.customers", new=preview.customers_new, known=preview.customers_known))
    return Incoming(file, prepared, preview.shrinking, agree_to_slices(preview, file.file_id))


def _draw_open(file: UploadedFile, table: importing.OpenTable, prepared: importing.Prepared) -> None:
    """Draw why a table is not taken, and how to mend that: at once, unless it is likely no log at all."""
    why, sheet = plain(table.problem.sentence(language())), plain(table.asked.source.sheet)
    aside = table.seen is None and bool(prepared.tables)
    if aside:
        st.caption(t("uploads.skipped", sheet=sheet, why=why))
    else:
        st.error(f"{sheet} · {why}" if sheet else why, icon=":material/block:")
    _earlier(file, table)
    if not table.asked.source.copy_of:
        check_table(file, table, prepared.reading.encoding, opened=not aside)


def _earlier(file: UploadedFile, table: importing.PreparedTable | importing.OpenTable) -> None:
    if table.asked.earlier.by == "remembered":
        _as_last_time(file, table.asked.key, t("uploads.as_last_time"))


def _as_last_time(file: UploadedFile, key: importing.Key, what: str) -> None:
    """Draw that something is read as somebody once said, and the way to let go of that."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(what, width="content")
        if st.button(t("uploads.forget"), type="tertiary", icon=":material/history:", key=f"{file.file_id}_{key}"):
            importing.forget(store(), key, at=now(), user=USER)
            look_again(file.file_id)
            st.rerun()


def commit_all(incoming: Sequence[Incoming]) -> list[Outcome]:
    """Commit the files one by one, each wholly or not at all, and say what became of each."""
    outcomes = []
    bar = st.progress(0.0)
    for number, found in enumerate(incoming, 1):
        name = found.prepared.reading.name
        bar.progress((number - 1) / len(incoming), t("uploads.committing", file=plain(name)))
        try:
            outcomes.append(Outcome(name, _commit(found)))
        except Refused as problem:
            outcomes.append(Outcome(name, 0, problem))
    bar.empty()
    return outcomes


def _commit(found: Incoming) -> int:
    """Commit one file and return its rows. The yes was to certain rows: what else would get lost now is refused."""
    shrinking = importing.preview(store(), found.prepared).shrinking
    if shrinking != found.shrinking:
        raise Refused("uploads.changed_meanwhile", file=found.prepared.reading.name)
    rows = importing.commit(store(), found.prepared, at=now(), user=USER, may_shrink=bool(shrinking)).rows
    word = said(found.file.file_id)
    importing.learn(
        store(),
        found.file.getvalue(),
        found.prepared,
        encoding=word.encoding,
        corrections=word.tables,
        at=now(),
        user=USER,
    )
    return rows
