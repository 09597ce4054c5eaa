"""Which kind of log a table is, by its header and by the names it goes by."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import PurePath

from data.importing.spelling import misspelt, plain, spellings
from data.logs import LOGS, Log
from data.reading.table import Table
from data.refusal import Refused


def kind_named_in(text: str) -> str | None:
    """Return the kind whose form is named in ``text``, such as a file's or a sheet's name."""
    for log in LOGS.values():
        if any(word in text.lower() for word in (log.title.removesuffix("表").removesuffix("记录"), log.kind)):
            return log.kind
    return None


def kind_named(hints: Sequence[str]) -> str | None:
    """Return the kind that the first of ``hints`` to name one names."""
    return next((kind for hint in hints if (kind := kind_named_in(hint))), None)


def hints_of(table: Table, name: str) -> tuple[str, ...]:
    """Return what a table of the file ``name`` is called: its sheet, the lines above its header, the file."""
    return (table.sheet, *table.preamble, PurePath(name).stem)


def headers_of(log: Log, header: Sequence[str]) -> dict[int, str]:
    """Return which cells of ``header`` are headers of ``log``: positions to column names."""
    words = spellings(log.kind)
    return {place: words[p] for place, cell in enumerate(header) if cell and (p := plain(cell)) in words}


def slips_of(log: Log, header: Sequence[str], taken: Collection[int], closed: Collection[str]) -> dict[int, str]:
    """Return which cells of ``header`` at positions not ``taken`` are misspelt headers of columns not ``closed``."""
    words = {plain(cell): place for place, cell in enumerate(header) if cell and place not in taken}
    return {words[word]: name for word, name in misspelt(words, log, closed).items()}


def kind_of(header: Sequence[str], hints: Sequence[str], stated: Iterable[str] = ()) -> Log:
    """Return the log that ``header`` belongs to, with the labels of what is ``stated`` above it.

    ``hints`` are the names of sheet and file and the lines above the header: they decide between kinds with the same
    columns. Raises ``Refused`` when no kind fits, or several do.
    """
    found = {log.kind: _columns(log, [*header, *stated]) for log in LOGS.values()}
    named = kind_named(hints)
    found = {kind: names for kind, names in found.items() if LOGS[kind].dated or _speaks(kind, header, found, named)}
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


def _columns(log: Log, header: Sequence[str]) -> set[str]:
    known = headers_of(log, header)
    return {*known.values(), *slips_of(log, header, known, known.values()).values()}


def _required(log: Log) -> set[str]:
    return {column.name for column in log.columns if column.required} - {"store"}


def _speaks(kind: str, header: Sequence[str], found: Mapping[str, set[str]], named: str | None) -> bool:
    """Whether two of three speak for a log without dates: a header only it has, its name, no kind with more columns.

    What it requires, such as the assistant, others have as well.
    """
    most = max(map(len, found.values()))
    own = any(_only_in(plain(cell), kind) for cell in header)
    return own + (named == kind) + (len(found[kind]) == most) >= 2


def _only_in(word: str, kind: str) -> bool:
    return [other for other in LOGS if word in spellings(other)] == [kind]


def _knowing_most(kinds: Sequence[str], header: Sequence[str]) -> list[str]:
    """Return those of ``kinds`` that know the most words of ``header`` which the others don't."""
    words = {plain(cell) for cell in header}
    alone = {
        kind: sum(
            word in spellings(kind) and not any(word in spellings(other) for other in kinds if other != kind)
            for word in words
        )
        for kind in kinds
    }
    return [kind for kind in kinds if alone[kind] == max(alone.values())]
