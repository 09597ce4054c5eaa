"""Past uploads: what came in, the refused rows to take home, and the way back."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from data import importing
from data.home import now
from data.refusal import Refused
from pages.records.committing import USER
from pages.records.mended import in_short
from pages.records.preview import draw_repairs
from pages.shared.answers import answer, store
from pages.shared.tables import pick
from pages.shared.texts import language, listed, plain, t
from queries import records
from reports.refused import refused_workbook
from reports.workbook import WORKBOOK

MOST: Final = 200
SHOWN: Final = (
    "batch_id",
    "received_at",
    "file_name",
    "logs",
    "first_day",
    "last_day",
    "rows",
    "repaired",
    "refused",
    "upload_state",
    "user_name",
)


def past_uploads() -> None:
    """Draw the newest uploads; the chosen one can be taken back, and its refused rows downloaded."""
    st.subheader(t("uploads.history"), anchor=False)
    uploads = answer(records.history, most=MOST)
    if uploads.empty:
        st.caption(t("uploads.nothing_yet"))
        return
    st.caption(t("uploads.choose"))
    place = pick(_in_short(uploads), t("uploads.history_alt"), key="upload_chosen")
    if place is not None:
        _details(uploads.iloc[place])


def _in_short(uploads: pd.DataFrame) -> pd.DataFrame:
    kinds = [listed(t(f"tables.codes.kind.{kind}") for kind in kinds) for kinds in uploads["kinds"]]
    states = ["undone" if taken_back else "counts" for taken_back in uploads["voided_at"].notna()]
    return uploads.assign(logs=kinds, upload_state=states)[list(SHOWN)]


def _details(upload: "pd.Series[Any]") -> None:
    batch = int(str(upload["batch_id"]))
    with st.container(border=True):
        st.markdown(t("uploads.chosen", batch=batch, file=plain(upload["file_name"])))
        with st.container(horizontal=True, vertical_alignment="center"):
            if upload["refused"] and upload["whole"]:
                st.download_button(
                    t("uploads.download_refused", rows=upload["refused"]),
                    lambda: refused_workbook(
                        answer(records.refused, batch=batch), batch=batch, file=upload["file_name"]
                    ),
                    file_name=t("uploads.refused_file", batch=batch),
                    mime=WORKBOOK,
                    icon=":material/download:",
                    on_click="ignore",
                )
            if not pd.isna(upload["voided_at"]):
                st.caption(t("uploads.taken_back", at=f"{upload['voided_at']:%Y-%m-%d %H:%M}"))
            elif upload["whole"]:
                with st.popover(t("uploads.undo"), icon=":material/undo:"):
                    st.markdown(t("uploads.undo_means"))
                    st.button(t("uploads.undo_now"), type="primary", on_click=_undo, args=(batch,))
        if upload["refused"]:
            st.caption(t("uploads.after_correcting"))
        if repairs := answer(records.repairs, batch=batch).to_dict("records"):
            st.markdown(t("uploads.mended.line", what=in_short(repairs)))
            draw_repairs(repairs)


def _undo(batch: int) -> None:
    try:
        importing.undo(store(), batch, at=now(), user=USER)
    except Refused as problem:
        st.toast(plain(problem.sentence(language())), icon=":material/block:")
    else:
        st.toast(t("uploads.undone", batch=batch), icon=":material/undo:")
