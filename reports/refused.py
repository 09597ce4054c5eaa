"""Refused rows as a workbook that can be corrected and uploaded again."""

import pandas as pd

from data.texts import LANGUAGES, say
from reports.workbook import Sheet, workbook


def refused_workbook(rows: pd.DataFrame, *, batch: int, file: str) -> bytes:
    """Return ``rows`` (the answer to records/refused) as .xlsx: a sheet a table, the reasons, then the original cells.

    The reasons stand in both languages, because the workbook travels further than the screen it comes from. Its title
    names the ``batch`` and the ``file``: by it an upload of the corrected workbook joins the batch.
    """
    title = " / ".join(say("uploads.refused_title", language, batch=batch, file=file) for language in LANGUAGES)
    sheets = []
    for number, (_, table) in enumerate(rows.groupby("table_no", sort=True), 1):
        name = str(table["sheet"].iloc[0])
        header = list(table["header"].iloc[0])
        cells = pd.DataFrame(list(table["cells"]), columns=pd.RangeIndex(len(header)))
        cells.columns = pd.Index(header)
        for place, language in enumerate(LANGUAGES):
            reasons = ["\n".join(_reason(problem, language) for problem in problems) for problems in table["problems"]]
            cells.insert(place, say("uploads.reason", language), reasons)
        cells.insert(0, say("uploads.row", LANGUAGES[0]), table["row_no"].tolist())
        sheets.append(Sheet(name or say("uploads.sheet", LANGUAGES[0], number=number), cells, title=title))
    return workbook(sheets)


def _reason(problem: dict[str, str], language: str) -> str:
    return say(
        "uploads.reason_line",
        language,
        header=problem["header"],
        cell=problem["cell"] or "",
        problem=say(f"cells.{problem['problem']}", language),
    )
