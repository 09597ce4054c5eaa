"""Every question as its file states it: ``queries/<topic>/<question>.sql``."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
FIELD: Final = re.compile(r"^-- (question|grain|params|columns|reads):[ \t]*(.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Question:
    """One question. ``params`` and ``columns`` map names to SQL types; ``reads`` are views and macros of the store."""

    name: str
    question: str
    grain: str
    params: dict[str, str]
    columns: dict[str, str]
    reads: tuple[str, ...]
    sql: str


@cache
def questions() -> dict[str, Question]:
    """Return all questions by name ("meeting/quota_board"), sorted."""
    files = sorted(FOLDER.glob("*/*.sql"))
    return {question.name: question for question in map(_read, files)}


def _read(file: Path) -> Question:
    sql = file.read_text(encoding="utf-8")
    header: dict[str, str] = dict(FIELD.findall(sql))
    return Question(
        name=f"{file.parent.name}/{file.stem}",
        question=header["question"],
        grain=header["grain"],
        params=_typed(header["params"].replace("$", "")),
        columns=_typed(header["columns"]),
        reads=tuple(header["reads"].split(", ")),
        sql=sql,
    )


def _typed(fields: str) -> dict[str, str]:
    return {name: type_ for name, _, type_ in (field.partition(" ") for field in fields.split("; ")) if name}
