"""What a file on its way in would change, before anything does."""

from typing import Final

import pandas as pd
import streamlit as st

from data import importing
from data.reading import Reading, mendings
from data.texts import say
from pages.records.mended import Repairs, examples, in_short, of_table, reading_of
from pages.shared.tables import show
from pages.shared.texts import language, plain, t

SHOWN: Final = 50  # refused rows


def draw_table(table: importing.PreparedTable, key: str, *, warn: bool) -> None:
    """Draw what one table of a file would bring in: a line, and how it was read for who wants to know.

    ``warn`` of refused rows: nothing further down does.
    """
    cleaned, left_out = table.cleaned, sum(len(rows) for rows in table.table.left_out.values())
    sheet = f"{plain(table.table.sheet)} · " if table.table.sheet else ""
    counts = {"rows": cleaned.rows.num_rows, "repaired": cleaned.repaired, "refused": cleaned.rejects.num_rows}
    in_words = {name: f"{count:,}" for name, count in counts.items()}
    st.markdown(sheet + t("uploads.found", kind=t(f"tables.codes.kind.{table.log.kind}"), **in_words))
    repairs = cleaned.repairs.to_pylist()
    notes = [t("uploads.mended.line", what=in_short(repairs))] if repairs else []
    if table.store and "store" not in table.recognised.columns:
        notes.append(t("uploads.store_from", store=plain(table.store)))
    if left_out:
        notes.append(t("uploads.left_out", rows=left_out))
    if notes:
        st.caption("  \n".join(notes))
    if cleaned.rejects.num_rows:
        if warn:
            st.warning(t("uploads.refused", rows=in_words["refused"]), icon=":material/rule:")
        show(_rejects(table), t("uploads.refused_alt"))
    with st.expander(t("uploads.details"), icon=":material/info:", key=f"details_{key}_{table.table_no}"):
        st.markdown("\n".join(f"- {line}" for line in (*reading_of(table), *of_table(table.asked.source))))
        draw_repairs(repairs)


def draw_repairs(repairs: Repairs) -> None:
    """Draw what cells said and what they were read as."""
    if repairs:
        show(examples(repairs), t("uploads.mended.alt"))


def draw_mendings(reading: Reading) -> None:
    """Draw what was put right while the text was cut into cells."""
    for sentence in mendings(reading, language()):
        st.caption(f":material/healing: {sentence}")


def _rejects(table: importing.PreparedTable) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "row_no": row["row_no"],
                "header": problem["header"],
                "cell": problem["cell"],
                "problem": say(f"cells.{problem['problem']}", language()),
            }
            for row in table.cleaned.rejects.slice(0, SHOWN).to_pylist()
            for problem in row["problems"]
        ]
    )
