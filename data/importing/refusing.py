"""Refused rows in words."""

from collections.abc import Iterator
from typing import Final

from data.importing.prepared import PreparedTable
from data.texts import say

SHOWN: Final = 20


def refusals(table: PreparedTable, language: str) -> Iterator[str]:
    """Yield a line for each problem of the first rows that a table refuses, and one for how many more there are."""
    rejects = table.cleaned.rejects
    sheet = f"{table.table.sheet} " if table.table.sheet else ""
    for row in rejects.slice(0, SHOWN).to_pylist():
        for problem in row["problems"]:
            yield say(
                "commands.refused_row",
                language,
                sheet=sheet,
                row=row["row_no"],
                header=problem["header"],
                cell=problem["cell"] or "",
                problem=say(f"cells.{problem['problem']}", language),
            )
    if rejects.num_rows > SHOWN:
        yield say("commands.more_refused", language, rows=rejects.num_rows - SHOWN)
