"""The forms in which an evening leaves as a file."""

from datetime import datetime
from typing import Final

from data.texts import say
from reports.evening import Evening
from reports.meeting_text import meeting_text, place
from reports.summary import Summary
from reports.summary_page import evening_picture, summary_pdf
from reports.summary_workbook import summary_workbook
from reports.workbook import WORKBOOK

FORMS: Final = {"xlsx": WORKBOOK, "png": "image/png", "pdf": "application/pdf"}


def form(name: str, found: Summary, language: str, made_at: datetime) -> bytes:
    """Return the evening as text, xlsx, png or pdf. Raises ``Refused`` where it takes a browser that is not there."""
    if name == "xlsx":
        return summary_workbook(found, language, made_at)
    if name == "png":
        return evening_picture(found.whole, language, made_at)
    if name == "pdf":
        return summary_pdf(found, language, made_at)
    return f"{meeting_text(found.whole, language)}\n".encode()


def file_name(evening: Evening, language: str, name: str) -> str:
    """Return what the file is called: the workbook's title and which evening; no character that a disk refuses."""
    whole = f"{say('summary.title', language)} {place(evening, language)} {evening.day:%Y-%m-%d}"
    return "".join("-" if letter in '\\/:*?"<>|' else letter for letter in whole) + f".{name.replace('text', 'txt')}"
