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
from pages.records.preview import agree_to_slices, draw_table
from pages.shared.answers import store, visible
from pages.shared.texts import language, plain, t

ENCODINGS: Final = ("utf-8", "gb18030", "utf-16", "big5")


@dataclass(frozen=True)
class Said:
    """What the operator says where the file leaves it open; None: as the file says."""

    kind: str | None
    store_name: str | None
    encoding: str | None


@dataclass(frozen=True)
class Incoming:
    """A file that could be committed. ``shrinks``: it takes rows away; ``agreed``: nothing still needs a yes."""

    prepared: importing.Prepared
    shrinks: bool
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
    prepared = _prepared(file, said)
    if isinstance(prepared, Refused):
        st.error(plain(prepared.sentence(language())), icon=":material/block:")
        return None
    preview = importing.preview(store(), prepared)
    for table in prepared.tables:
        draw_table(table)
    for sheet, problem in prepared.skipped.items():
        st.caption(t("uploads.skipped", sheet=plain(sheet), why=plain(problem.sentence(language()))))
    if preview.already:
        st.info(t("uploads.already", at=f"{preview.already:%Y-%m-%d %H:%M}"), icon=":material/content_copy:")
        return None
    if not prepared.rows:
        return None
    st.caption(t("uploads.customers", new=preview.customers_new, known=preview.customers_known))
    return Incoming(prepared, bool(preview.shrinking), agree_to_slices(preview, file.file_id))


def commit_all(incoming: Sequence[Incoming]) -> list[Outcome]:
    """Commit the files one by one, each wholly or not at all, and say what became of each."""
    outcomes = []
    bar = st.progress(0.0)
    for number, found in enumerate(incoming, 1):
        name = found.prepared.reading.name
        bar.progress((number - 1) / len(incoming), t("uploads.committing", file=plain(name)))
        try:
            done = importing.commit(store(), found.prepared, at=now(), user=t("uploads.user"), may_shrink=found.shrinks)
            outcomes.append(Outcome(name, done.rows))
        except Refused as problem:
            outcomes.append(Outcome(name, 0, problem))
    bar.empty()
    st.session_state.pop("prepared", None)
    return outcomes


def _prepared(file: UploadedFile, said: Said) -> importing.Prepared | Refused:
    kept: dict[tuple[str, Said], importing.Prepared | Refused] = st.session_state.setdefault("prepared", {})
    key = (file.file_id, said)
    if key not in kept:
        for old in [found for found in kept if found[0] == file.file_id]:
            del kept[old]
        with st.spinner(t("uploads.reading", file=plain(file.name))):
            try:
                kept[key] = importing.prepare(
                    store(),
                    file.getvalue(),
                    file.name,
                    received_at=now(),
                    kind=said.kind,
                    store_name=said.store_name,
                    encoding=said.encoding,
                )
            except Refused as problem:
                kept[key] = problem
    return kept[key]
