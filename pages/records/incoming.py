"""Files on their way in: what each would change, and what is still to be said of it."""

from dataclasses import dataclass
from typing import Final

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data import importing
from data.home import now
from data.refusal import Refused
from pages.records.agreeing import agree
from pages.records.committing import USER, Agreed
from pages.records.correcting import check_table
from pages.records.desk import desk
from pages.records.encoding import ask_encoding, choose_encoding
from pages.records.looks import Look, Name
from pages.records.names import ask_names
from pages.records.preview import draw_mendings, draw_table
from pages.shared.answers import store
from pages.shared.texts import language, plain, t

IN_DOUBT: Final = frozenset({"reading.unknown_encoding", "reading.wrong_encoding"})  # another encoding may help


@dataclass(frozen=True)
class Incoming:
    """A file that could be committed; ``agreed``: nothing still wants a yes."""

    file: Agreed
    agreed: bool


def draw_file(file: UploadedFile, look: Look, asked: set[Name]) -> Incoming | None:
    """Draw what ``file`` would change; return it if it can be committed.

    ``asked`` are the names that other files have asked about, and then this one's too.
    """
    st.markdown(f"**{plain(file.name)}**")
    prepared, preview = look.prepared, look.preview
    if isinstance(prepared, Refused):
        _draw_refused(file, prepared)
    if isinstance(prepared, Refused) or preview is None:
        return None
    encoding = prepared.reading.encoding
    ask_encoding(file, prepared.reading)
    draw_mendings(prepared.reading)
    if prepared.reread:
        _as_last_time(file, prepared.reread, t("uploads.encoding_as_last_time", encoding=encoding))
    for table in prepared.tables:
        draw_table(table, file.file_id, warn=preview.refused_share is None)
        _earlier(file, table)
        check_table(file, table, encoding, opened=False)
    for left in prepared.open:
        _draw_open(file, left, prepared)
    if preview.already:
        st.info(t("uploads.already", at=f"{preview.already:%Y-%m-%d %H:%M}"), icon=":material/content_copy:")
        return None
    if not prepared.rows:
        return None
    ask_names(look, asked)
    st.caption(t("uploads.customers", new=f"{preview.customers_new:,}", known=f"{preview.customers_known:,}"))
    return Incoming(Agreed(look, prepared, preview), agree(prepared, preview, file.file_id))


def _draw_refused(file: UploadedFile, problem: Refused) -> None:
    """Draw why a file can't be read, and the choice of another encoding where that may help."""
    st.error(plain(problem.sentence(language())), icon=":material/block:")
    if problem.reason in IN_DOUBT:
        current = desk().said(file.file_id).encoding
        choose_encoding(file, current, f"encoding_{file.file_id}_{current}")


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
            desk().looks.pop(file.file_id, None)
            st.rerun()
