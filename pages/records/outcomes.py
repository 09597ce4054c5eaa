"""What became of files that were committed."""

from collections.abc import Sequence

import streamlit as st

from data.refusal import Refused
from pages.records.committing import Outcome
from pages.shared.texts import language, plain, t


def draw_outcomes(outcomes: Sequence[Outcome | Refused]) -> None:
    """Draw what became of files: one block for all that are in, and one for each that is not."""
    done = [outcome for outcome in outcomes if isinstance(outcome, Outcome)]
    if done:
        st.success("  \n".join([*map(_line, done), t("uploads.shown_now")]), icon=":material/check_circle:")
    for outcome in outcomes:
        if isinstance(outcome, Refused):
            st.error(plain(outcome.sentence(language())), icon=":material/block:")


def _line(outcome: Outcome) -> str:
    key = "uploads.done_but" if outcome.refused else "uploads.done"
    return t(key, file=plain(outcome.file), rows=f"{outcome.rows:,}", refused=f"{outcome.refused:,}")
