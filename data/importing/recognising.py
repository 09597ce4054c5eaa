"""Which kind of log a header belongs to, and which of its cells is which column."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from data.logs import LOGS, Log
from data.refusal import Refused


@dataclass(frozen=True)
class Recognised:
    """A header understood: ``columns`` maps column names to positions; ``ignored`` are the cells nobody knows."""

    log: Log
    columns: dict[str, int]
    ignored: tuple[str, ...]


def plain(header: str) -> str:
    """Return a header without what doesn't matter: case, white space, full-width forms, ``*`` and bracketed hints."""
    text = unicodedata.normalize("NFKC", header).lower()
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
    scores = {log.kind: len(set(_matches(log, header).values())) for log in LOGS.values()}
    complete = [k for k in scores if _required(LOGS[k]) <= set(_matches(LOGS[k], header).values())]
    named = next((found for hint in hints if (found := kind_named_in(hint))), None)
    if named and scores[named] >= 2:
        return LOGS[named]
    if not complete:
        nearest = max(scores, key=lambda k: scores[k])
        if scores[nearest] >= 3:
            return LOGS[nearest]
        raise Refused("recognising.unknown_kind", header=" | ".join(cell for cell in header if cell)[:120])
    best = max(scores[k] for k in complete)
    fitting = [k for k in complete if scores[k] == best]
    if len(fitting) > 1:
        raise Refused("recognising.two_kinds", logs="、".join(LOGS[k].title for k in fitting))
    return LOGS[fitting[0]]


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
