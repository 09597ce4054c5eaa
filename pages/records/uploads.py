"""Uploads: what came in, what was refused and why, and how do I take it back?"""

from typing import Final

import streamlit as st

from pages.records.history import past_uploads
from pages.records.incoming import Incoming, commit_all, look_at
from pages.records.looks import keep_only
from pages.shared.heading import heading
from pages.shared.templates import template_buttons
from pages.shared.texts import language, plain, t

# Streamlit's own words in the drop zone are English in every language, and nothing else can change them.
WORDS: Final = (
    "<style>[data-testid=stFileUploaderDropzoneInstructions] {{display: none}}"
    "[data-testid=stFileUploaderDropzone] button p {{font-size: 0}}"
    "[data-testid=stFileUploaderDropzone] button p::after {{content: '{choose}'; font-size: 0.875rem}}</style>"
)

heading("uploads")
st.html(WORDS.format(choose=t("uploads.choose_files")))

with st.container(border=True):
    round_ = st.session_state.setdefault("upload_round", 0)
    files = st.file_uploader(
        t("uploads.drop"),
        accept_multiple_files=True,
        key=f"upload_{round_}",
        help=t("uploads.drop_help"),
    )

keep_only(files)
incoming: list[Incoming] = []
for file in files:
    with st.container(border=True):
        found = look_at(file)
        if found:
            incoming.append(found)

if incoming:
    agreed = all(found.agreed for found in incoming)
    rows = sum(found.prepared.rows for found in incoming)
    clicked = st.button(
        t("uploads.commit", files=len(incoming), rows=f"{rows:,}"),
        type="primary",
        icon=":material/check:",
        disabled=not agreed,
    )
    if clicked and agreed:  # what was agreed to on the screen may be something else by now
        st.session_state["upload_outcome"] = commit_all(incoming)
        st.session_state["upload_round"] = round_ + 1
        st.rerun()
    if not agreed:
        st.caption(t("uploads.agree_first"))

for outcome in st.session_state.pop("upload_outcome", ()):
    if outcome.refused:
        st.error(plain(outcome.refused.sentence(language())), icon=":material/block:")
    else:
        st.success(t("uploads.done", file=plain(outcome.file), rows=outcome.rows), icon=":material/check_circle:")

past_uploads()

with st.expander(t("uploads.templates"), icon=":material/description:"):
    st.markdown(t("uploads.templates_help"))
    template_buttons()
