"""Which kind of log a header belongs to, and which of its cells is which column."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from data.importing.folding import INVISIBLE
from data.logs import LOGS, Log
from data.refusal import Refused

STAFF_ONLY: Final = frozenset({"role", "hired_on", "left_on", "account"})


@dataclass(frozen=True)
class Recognised:
    """A header understood: ``columns`` maps column names to positions; ``ignored`` are the cells nobody knows."""

    log: Log
    columns: dict[str, int]
    ignored: tuple[str, ...]


def plain(header: str) -> str:
    """Return a header without what doesn't matter: case, white space, full-width forms, ``*`` and bracketed hints."""
    text = unicodedata.normalize("NFKC", INVISIBLE.sub("", header)).lower()
    return re.sub(r"\(.*?\)|\[.*?\]|【.*?】|[\s*:：。、]", "", text)


def known_header(cells: Sequence[str]) -> int:
    """Return how many of ``cells`` are headers of one and the same log, the best of all kinds."""
    return max((len(_matches(log, cells)) for log in LOGS.values()), default=0)


def recognise(header: Sequence[str], filled: Sequence[bool], hints: Sequence[str], kind: str | None) -> Recognised:
    """Return what ``header`` says.

    ``filled`` tells for each cell whether anything stands below it. ``hints`` are the names of file and sheet and the
    lines above the header: they decide between kinds with the same columns. ``kind`` overrides the guess.
    Raises ``Refused`` when no kind fits, a required column is missing, or two headers claim one column.
    """
    log = LOGS[kind] if kind else _kind(header, hints)
    columns: dict[str, int] = {}
    for position, name in _matches(log, header).items():
        if name in columns:
            if not filled[position]:
                continue
            if filled[columns[name]]:
                both = f"{header[columns[name]].strip()}、{header[position].strip()}"
                raise Refused("recognising.two_headers", headers=both, column=log.column(name).header)
        columns[name] = position
    missing = [c.header for c in log.columns if c.required and c.name not in columns and c.name != "store"]
    if missing:
        raise Refused("recognising.missing_column", log=log.title, columns="、".join(missing))
    taken = set(columns.values())
    ignored = tuple(cell for position, cell in enumerate(header) if cell and position not in taken)
    return Recognised(log, columns, ignored)


def kind_named_in(text: str) -> str | None:
    """Return the kind whose form is named in ``text``, such as a file's or a sheet's name."""
    for log in LOGS.values():
        if any(word in text.lower() for word in (log.title.removesuffix("表").removesuffix("记录"), log.kind)):
            return log.kind
    return None


def _kind(header: Sequence[str], hints: Sequence[str]) -> Log:
    found = {log.kind: set(_matches(log, header).values()) for log in LOGS.values()}
    named = next((kind for hint in hints if (kind := kind_named_in(hint))), None)
    if not _may_be_staff(found, named):
        del found["staff"]
    if named in found and len(found[named]) >= 2:
        return LOGS[named]
    complete = [kind for kind in found if _required(LOGS[kind]) <= found[kind]]
    if not complete:
        nearest = max(found, key=lambda kind: len(found[kind]))
        if len(found[nearest]) >= 3:
            return LOGS[nearest]
        raise Refused("recognising.unknown_kind", header=" | ".join(cell for cell in header if cell)[:120])
    most = max(len(found[kind]) for kind in complete)
    fitting = _knowing_most([kind for kind in complete if len(found[kind]) == most], header)
    if len(fitting) > 1:
        raise Refused("recognising.two_kinds", logs="、".join(LOGS[kind].title for kind in fitting))
    return LOGS[fitting[0]]


def _may_be_staff(found: dict[str, set[str]], named: str | None) -> bool:
    """Whether two of three speak for it: a column only staff has, its name, no kind with more columns.

    Staff requires nothing but the assistant, whom every log names.
    """
    most = max(map(len, found.values()))
    return bool(found["staff"] & STAFF_ONLY) + (named == "staff") + (len(found["staff"]) == most) >= 2


def _knowing_most(kinds: Sequence[str], header: Sequence[str]) -> list[str]:
    """Return those of ``kinds`` that know the most words of ``header`` which the others don't."""
    words = {plain(cell) for cell in header}
    alone = {
        kind: sum(
            word in _names(kind) and not any(word in _names(other) for other in kinds if other != kind)
            for word in words
        )
        for kind in kinds
    }
    return [kind for kind in kinds if alone[kind] == max(alone.values())]


def _required(log: Log) -> set[str]:
    return {column.name for column in log.columns if column.required} - {"store"}


def _matches(log: Log, header: Sequence[str]) -> dict[int, str]:
    names = _names(log.kind)
    return {position: names[p] for position, cell in enumerate(header) if cell and (p := plain(cell)) in names}


@cache
def _names(kind: str) -> dict[str, str]:
    return {
        plain(spelling): column.name
        for column in LOGS[kind].columns
        for spelling in (column.header, column.name, *column.aliases)
    }
