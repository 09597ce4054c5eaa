"""What needs a yes before a file goes in: rows that would get lost, and more refused rows than usual."""

from typing import Final

import streamlit as st

from data import importing
from pages.records.desk import desk
from pages.shared.texts import day_in_words, listed, plain, t

SHOWN: Final = 50  # slices


def agree(prepared: importing.Prepared, preview: importing.Preview, key: str) -> bool:
    """Draw what the file replaces and what it leaves out; return False while that wants a yes to just this."""
    shrinking = _agree_to_slices(preview, key)
    return _agree_to_refused(prepared, preview, key) and shrinking


def _agree_to_slices(preview: importing.Preview, key: str) -> bool:
    if preview.adds_to:
        batches = listed(preview.adds_to)
        st.info(t("uploads.adds_to", batches=batches), icon=":material/playlist_add:")
    if not preview.replaced:
        return True
    st.caption(t("uploads.replaces", count=len(preview.replaced)))
    shrinking = preview.shrinking
    if not shrinking:
        return True
    st.warning(t("uploads.shrinks", count=len(shrinking)), icon=":material/compress:")
    for found in shrinking[:SHOWN]:
        st.markdown(
            t(
                "uploads.shrinks_line",
                store=plain(found.store),
                whose=plain(found.whose),
                day=day_in_words(found.day),
                before=found.rows_before,
                after=found.rows_after,
            )
        )
    return _ticked(t("uploads.may_shrink"), f"shrink_{key}_{hash(shrinking)}")


def _agree_to_refused(prepared: importing.Prepared, preview: importing.Preview, key: str) -> bool:
    share, refused = preview.refused_share, prepared.refused
    if share is None:
        return True
    st.warning(t("uploads.many_refused", rows=f"{refused:,}", share=f"{share:.0%}"), icon=":material/rule:")
    return _ticked(t("uploads.may_refuse"), f"refuse_{key}_{refused}_{prepared.rows}")


def _ticked(label: str, what: str) -> bool:
    """Draw the box of a yes to ``what``, and return whether it is ticked; it stays so while its file is read anew."""
    agreed = desk().agreed
    ticked = st.checkbox(label, what in agreed, key=what)
    (agreed.add if ticked else agreed.discard)(what)
    return ticked
