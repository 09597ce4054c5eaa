"""Which column of a log the cells below an unknown header can only be."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from data.importing import cells, words
from data.importing.columns import reader_of
from data.importing.folding import folded, named
from data.importing.meanings import Meaning
from data.logs import Column, Log

LOOKED_AT: Final = 2_000  # rows
# What is asked of the cells of a type beside that all of them can be read. Other types take almost anything.
TELLING: Final[dict[str, Callable[[Sequence[str]], bool]]] = {
    "phone": lambda texts: not any(text.startswith("0") for text in texts),  # a landline looks like other numbers
    "grade": bool,
    "choice": lambda texts: any(len(text) > 1 and not text.isascii() for text in texts),  # many columns say 是 or 1
    "date": lambda texts: not any(text.isdecimal() and len(text) != len("20261121") for text in texts),
}


@dataclass(frozen=True)
class Known:
    """The names of the shop's stores and assistants, and what was said of other names."""

    stores: frozenset[str] = frozenset()
    assistants: frozenset[str] = frozenset()
    meant: Sequence[Meaning] = ()


def different(rows: pa.Table, position: int) -> list[str]:
    """Return what the first rows of a column say, each once, folded, without what says nothing."""
    texts = pc.unique(rows.column(position).slice(0, LOOKED_AT)).to_pylist()
    said = (folded(text) for text in texts if text)
    return [text for text in said if text and not cells.says_nothing(text)]


def told_by_content(
    log: Log, missing: Collection[str], texts: Mapping[int, Sequence[str]], known: Known, received: date
) -> dict[str, int]:
    """Return which of the ``missing`` columns of ``log`` the cells of which position can only be.

    ``texts`` are the different cells of the positions that nothing is known of. Where two columns could be one
    position, or one column two, none is.
    """
    fitting = {
        name: [place for place, said in texts.items() if said and _fits(log.column(name), said, known, received)]
        for name in missing
    }
    places = [place for found in fitting.values() for place in found]
    return {name: found[0] for name, found in fitting.items() if len(found) == 1 and places.count(found[0]) == 1}


def _fits(column: Column, texts: Sequence[str], known: Known, received: date) -> bool:
    if column.name == "store":
        return all(named(text) in known.stores for text in texts)
    if words.BY_NAME.get(column.name) is words.assistant_cell:
        return all(named(text) in known.assistants for text in texts)
    telling = TELLING.get(column.type)
    if telling is None or (column.type == "date" and not column.required) or not telling(texts):
        return False
    reader = reader_of(column, list(texts), received)
    said = [reader(text) for text in texts]
    return all(cell.value is not None and cell.problem is None and cell.word in (None, "valid") for cell in said)
