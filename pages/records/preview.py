"""What a file on its way in would change, before anything does."""

from typing import Final

import pandas as pd
import streamlit as st

from data import importing
from data.texts import say
from pages.shared.tables import show
from pages.shared.texts import day_in_words, language, plain, t

SHOWN: Final = 50  # rows of a preview's tables


def draw_table(table: importing.PreparedTable) -> None:
    """Draw how one table of the file was read."""
    cleaned, left_out = table.cleaned, sum(len(rows) for rows in table.table.left_out.values())
    sheet = f"{plain(table.table.sheet)} · " if table.table.sheet else ""
    st.markdown(
        sheet
        + t(
            "uploads.found",
            kind=t(f"tables.codes.kind.{table.log.kind}"),
            rows=f"{cleaned.rows.num_rows:,}",
            repaired=f"{cleaned.repaired:,}",
            refused=f"{cleaned.rejects.num_rows:,}",
        )
    )
    notes = [t("uploads.read_as", columns=t("uploads.comma").join(_reading(table)))]
    if table.store and "store" not in table.recognised.columns:
        notes.append(t("uploads.store_from", store=plain(table.store)))
    if table.recognised.stated:
        notes.append(t("uploads.stated", what=plain(t("uploads.comma").join(_stated(table)))))
    if table.recognised.ignored:
        notes.append(t("uploads.ignored", columns=plain(t("uploads.comma").join(table.recognised.ignored))))
    if left_out:
        notes.append(t("uploads.left_out", rows=left_out))
    st.caption("  \n".join(notes))
    if cleaned.rejects.num_rows:
        st.warning(t("uploads.refused", rows=cleaned.rejects.num_rows), icon=":material/rule:")
        show(_rejects(table), t("uploads.refused_alt"))


def _reading(table: importing.PreparedTable) -> list[str]:
    header = table.table.header
    return [
        plain(f"{header[place].strip()} → {table.log.column(name).header}")
        for name, place in table.recognised.columns.items()
        if header[place].strip() != table.log.column(name).header
    ] or [t("uploads.as_template")]


def _stated(table: importing.PreparedTable) -> list[str]:
    return [f"{table.log.column(name).header} {said}" for name, said in table.recognised.stated.items()]


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


def agree_to_slices(preview: importing.Preview, key: str) -> bool:
    """Draw what the file replaces; return False while rows would get lost without a yes to just these."""
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
    return st.checkbox(t("uploads.may_shrink"), key=f"shrink_{key}_{hash(shrinking)}")
