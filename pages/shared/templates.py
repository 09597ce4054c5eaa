"""The empty logs to fill in, one download each, made when somebody wants it."""

from functools import partial

import streamlit as st

from data.logs import LOGS
from pages.shared.texts import t
from reports.templates import template
from reports.workbook import WORKBOOK


def template_buttons() -> None:
    """Draw one download button for every log's template."""
    with st.container(horizontal=True, gap="xsmall"):
        for kind in LOGS:
            template_button(kind, t(f"tables.codes.kind.{kind}"))


def template_button(kind: str, label: str) -> None:
    """Draw the download button for the template of one log."""
    log = LOGS[kind]
    st.download_button(
        label,
        partial(template, log),
        file_name=f"{log.title}.xlsx",
        mime=WORKBOOK,
        icon=":material/download:",
        key=f"template_{kind}",
        on_click="ignore",
    )
