"""The operator's word on how a text file is encoded."""

from typing import Final

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data.reading import Reading, samples
from pages.records.desk import desk
from pages.shared.texts import plain, t

ENCODINGS: Final = ("utf-8", "gb18030", "utf-16", "big5", "shift_jis", "cp1252")


def ask_encoding(file: UploadedFile, reading: Reading) -> None:
    """Draw the question whether a file is in another encoding, where that makes more sense: one line of it in each."""
    if reading.doubt is None:
        return
    st.warning(t("uploads.encoding_doubt", encoding=reading.doubt), icon=":material/translate:")
    for encoding, line in samples(file.getvalue(), (reading.doubt, reading.encoding)).items():
        left, right = st.columns([3, 1], vertical_alignment="center")
        left.markdown(plain(line))
        label, key = t("uploads.read_in", encoding=encoding), f"read_in_{encoding}_{file.file_id}"
        if right.button(label, key=key, width="stretch"):
            desk().say_encoding(file.file_id, encoding)
            st.rerun()


def choose_encoding(file: UploadedFile, current: str | None, key: str) -> None:
    """Draw the choice of a text file's encoding."""
    known = ENCODINGS if current is None or current in ENCODINGS else (current, *ENCODINGS)
    index = None if current is None else known.index(current)
    chosen = st.selectbox(
        t("uploads.encoding"), known, index, placeholder=t("uploads.as_file_says"), filter_mode=None, key=key
    )
    if chosen != current:
        desk().say_encoding(file.file_id, chosen)
        st.rerun()
