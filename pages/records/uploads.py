"""Uploads: what came in, what was refused and why, and how do I take it back?"""

from typing import Final

import streamlit as st

from pages.records.desk import desk
from pages.records.history import past_uploads
from pages.records.incoming import Incoming, draw_file
from pages.records.looks import Name
from pages.records.outcomes import draw_outcomes
from pages.records.working import COMMITTING, READING, follow
from pages.shared.heading import heading
from pages.shared.templates import template_buttons
from pages.shared.texts import listed, plain, t

# Streamlit's own words in the drop zone are English in every language, and nothing else can change them.
WORDS: Final = (
    "<style>[data-testid=stFileUploaderDropzoneInstructions] {{display: none}}"
    "[data-testid=stFileUploaderDropzone] button p {{font-size: 0}}"
    "[data-testid=stFileUploaderDropzone] button p::after {{content: '{choose}'; font-size: 0.875rem}}</style>"
)

heading("uploads")
st.html(WORDS.format(choose=t("uploads.choose_files")))

here = desk()
here.settle()
with st.container(border=True):
    lying = st.file_uploader(
        t("uploads.drop"),
        accept_multiple_files=True,
        key=f"upload_{here.round}",
        help=t("uploads.drop_help"),
        on_change=here.touch,
    )

files = here.files(lying)
if here.kept:
    with st.container(horizontal=True, vertical_alignment="center"):
        names = listed(file.name for file in here.kept)
        st.caption(t("uploads.kept", files=plain(names)), width="content")
        st.button(t("uploads.put_away"), type="tertiary", icon=":material/close:", on_click=here.put_away)
here.keep_only(files)
here.look_at(files)
if here.reading:
    follow(here.reading, READING)
incoming: list[Incoming] = []
asked: set[Name] = set()
for file in files:
    if look := here.look(file):
        with st.container(border=True):
            found = draw_file(file, look, asked)
            if found:
                incoming.append(found)

if here.committing:
    follow(here.committing, COMMITTING, t("uploads.working.note"))
elif incoming and not here.reading:
    agreed = all(found.agreed for found in incoming)
    rows = sum(found.file.prepared.rows for found in incoming)
    clicked = st.button(
        t("uploads.commit", files=len(incoming), rows=f"{rows:,}"),
        type="primary",
        icon=":material/check:",
        disabled=not agreed,
    )
    if clicked and agreed:  # what was agreed to on the screen may be something else by now
        here.commit([found.file for found in incoming])
        st.rerun()
    if not agreed:
        st.caption(t("uploads.agree_first"))

draw_outcomes(here.outcomes)
past_uploads()

with st.expander(t("uploads.templates"), icon=":material/description:"):
    st.markdown(t("uploads.templates_help"))
    template_buttons()
