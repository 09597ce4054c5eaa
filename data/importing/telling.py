"""An import in lines for the terminal: what was worked out and mended, and what was refused."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from data.importing.meanings import Stranger
from data.importing.prepared import PreparedTable
from data.texts import say
from data.texts.lists import listed

SHOWN: Final = 20


def worked_out(table: PreparedTable, language: str) -> Iterator[str]:
    """Yield what the importer found out by itself, what it mended with an example each, and what it left aside."""
    if table.store and "store" not in table.recognised.columns:
        yield say("commands.store_from", language, store=table.store)
    for name in table.cleaned.understood.to_pylist():
        yield say("commands.understood", language, **name)
    for mended in table.cleaned.repairs.to_pylist():
        yield _mended(mended, language)
    if table.recognised.ignored:
        columns = listed(table.recognised.ignored, language)
        yield say("commands.ignored", language, columns=columns)


def _mended(mended: dict[str, Any], language: str) -> str:
    """Return how often a column was mended, with an example where it is no phone: those stay out of terminals."""
    said = {"header": mended["header"], "rows": mended["rows"]}
    if mended["type"] == "phone":
        return say("commands.mended_phones", language, **said)
    before, after = mended["examples"][0]["before"], mended["examples"][0]["after"]
    if mended["type"] == "choice":
        after = say("commands.other", language)
    return say("commands.mended", language, **said, before=before, after=after)


def questions(strangers: Iterable[Stranger], language: str) -> Iterator[str]:
    """Yield a line for each name that nobody knows but that looks like somebody's."""
    for stranger in strangers:
        candidates = listed(stranger.candidates, language)
        name = f"{stranger.store} {stranger.spelled}".strip()
        yield say("commands.stranger", language, name=name, candidates=candidates)


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
