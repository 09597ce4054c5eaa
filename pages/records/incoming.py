"""Files on their way in: what each would change, the operator's word over the guess, and the commit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data import importing
from data.home import now
from data.logs import LOGS
from data.refusal import Refused
from pages.records.looks import Said, look
from pages.records.preview import agree_to_slices, draw_table
from pages.shared.answers import store, visible
from pages.shared.texts import language, plain, t

USER: Final = "uploads_page"
ENCODINGS: Final = ("utf-8", "gb18030", "utf-16", "big5")


@dataclass(frozen=True)
class Incoming:
    """A file that could be committed. ``shrinking`` would lose rows; ``agreed``: nothing still needs a yes."""

    prepared: importing.Prepared
    shrinking: tuple[importing.Slice, ...]
    agreed: bool


@dataclass(frozen=True)
class Outcome:
    """What became of a file."""

    file: str
    rows: int
    refused: Refused | None = None


def options() -> Said:
    """Draw the choices for files that do not say everything themselves, and return them."""
    with st.expander(t("uploads.options"), icon=":material/tune:"):
        left, middle, right = st.columns(3)
        name = left.selectbox(
            t("uploads.store"),
            visible(),
            index=None,
            accept_new_options=True,
            placeholder=t("uploads.as_file_says"),
            help=t("uploads.store_help"),
        )
        kind = middle.selectbox(
            t("uploads.kind"),
            list(LOGS),
            index=None,
            format_func=lambda kind: t(f"tables.codes.kind.{kind}"),
            placeholder=t("uploads.as_file_says"),
        )
        encoding = right.selectbox(
            t("uploads.encoding"), ENCODINGS, index=None, placeholder=t("uploads.as_file_says"), filter_mode=None
        )
    return Said(kind, (name or "").strip() or None, encoding)


def look_at(file: UploadedFile, said: Said) -> Incoming | None:
    """Draw what ``file`` would change; return it if it can be committed."""
    st.markdown(f"**{plain(file.name)}**")
    try:
        prepared, preview = look(file, said)
    except Refused as problem:
        st.error(plain(problem.sentence(language())), icon=":material/block:")
        return None
    for table in prepared.tables:
        draw_table(table)
    for sheet, reason in prepared.skipped.items():
        st.caption(t("uploads.skipped", sheet=plain(sheet), why=plain(reason.sentence(language()))))
    if preview.already:
        st.info(t("uploads.already", at=f"{preview.already:%Y-%m-%d %H:%M}"), icon=":material/content_copy:")
        return None
    if not prepared.rows:
        return None
    st.caption(t("uploads.customers", new=preview.customers_new, known=preview.customers_known))
    return Incoming(prepared, preview.shrinking, agree_to_slices(preview, file.file_id))


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
    return importing.commit(store(), found.prepared, at=now(), user=USER, may_shrink=bool(shrinking)).rows
