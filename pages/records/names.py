"""Names in a file that nobody knows: whom they mean, asked once for all files, and what was answered earlier."""

from typing import Final

import streamlit as st

from data.importing import Stranger
from pages.records.desk import desk
from pages.records.looks import Look, Name
from pages.shared.texts import plain, t

BESIDE: Final = 3
SHOWN: Final = 8  # the others wait behind a click


def ask_names(look: Look, already: set[Name]) -> None:
    """Draw whom names may mean, and what was understood by an earlier answer.

    What was asked ``already`` about another file is not asked again: one answer counts for all.
    """
    understood, strangers = look.understood, {*look.preview.strangers} if look.preview else set()
    asked = {
        name: one
        for name, one in look.asked.items()
        if name not in already and (one in strangers or name in understood)
    }
    for name, (meant, rows) in understood.items():
        if name not in look.asked and name not in already:
            _understood(name, meant, rows)
    if asked:
        st.markdown(f":material/badge: **{t('uploads.names.title')}**")
        st.caption(t("uploads.names.help"))
        questions = list(asked.items())
        _questions(look, questions[:SHOWN])
        if more := questions[SHOWN:]:
            with st.expander(t("uploads.names.more", count=len(more)), key=f"names_{look.brought.file_id}"):
                _questions(look, more)
    already.update(asked, understood)


def _questions(look: Look, questions: list[tuple[Name, Stranger]]) -> None:
    for start in range(0, len(questions), BESIDE):
        for place, (name, stranger) in zip(st.columns(BESIDE), questions[start : start + BESIDE], strict=False):
            with place:
                _question(look, name, stranger)


def _question(look: Look, name: Name, stranger: Stranger) -> None:
    """Draw whom a name means: itself, or one that is known; a sure one is chosen already."""
    which, shop, spelled = name
    said = look.understood.get(name, ("", 0))[0]
    options = {one: one for one in ("", *stranger.candidates, said)} | {"": t(f"uploads.names.new_{which}")}
    picked = st.selectbox(
        t(f"uploads.names.{which}", name=plain(spelled), store=plain(shop), rows=f"{stranger.rows:,}"),
        list(options),
        list(options).index(said),
        format_func=options.__getitem__,
        key=f"name_{look.brought.file_id}_{hash((*name, said))}",
    )
    if picked != said:
        desk().names[name] = picked
        st.rerun()


def _understood(name: Name, meant: str, rows: int) -> None:
    """Draw what a name was read as because somebody once said so, and the way to take that back."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            t("uploads.names.as_last_time", name=plain(name[2]), meant=plain(meant), rows=f"{rows:,}"), width="content"
        )
        if st.button(
            t("uploads.names.take_back"), type="tertiary", icon=":material/history:", key=f"back_{hash(name)}"
        ):
            desk().names[name] = ""
            st.rerun()
