"""Which of a table's cells is which column: by the header, by a header misspelt, by the cells, or as somebody said."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from data.importing.contents import Known
from data.importing.correcting import By, Correction
from data.importing.kinds import kind_named, kind_of
from data.importing.matching import Matching
from data.importing.spelling import plain, spellings
from data.logs import LOGS, Log
from data.reading.table import Table
from data.refusal import Refused

DOUBTFUL: Final = frozenset({"fuzzy", "content"})


@dataclass(frozen=True)
class Recognised:
    """A table understood: ``columns`` maps column names to positions; ``ignored`` are the headers nobody knows.

    ``by`` says how each column was found. ``clocks`` are the positions of times of day that stand apart from the
    dates of the same column. ``stated`` are columns that a line above the header gives for all rows.
    ``problem`` is why the table can't be taken like this.
    """

    log: Log
    columns: dict[str, int]
    ignored: tuple[str, ...]
    by: dict[str, By] = field(default_factory=dict)
    clocks: dict[str, int] = field(default_factory=dict)
    stated: dict[str, str] = field(default_factory=dict)
    problem: Refused | None = None

    @property
    def doubtful(self) -> bool:
        """Whether a column was found by something less than its header."""
        return not DOUBTFUL.isdisjoint(self.by.values())


def known_header(cells: Sequence[str]) -> int:
    """Return how many of ``cells`` are headers of one and the same log, the best of all kinds."""
    words = [plain(cell) for cell in cells if cell]
    return max(sum(word in spellings(kind) for word in words) for kind in LOGS)


def recognise(table: Table, hints: Sequence[str], said: Correction, known: Known, received: date) -> Recognised:
    """Return what ``table`` is, with its problem if it has one; what was ``said`` goes before any guess.

    ``hints`` are the names of sheet and file and the lines above the header. Raises ``Refused`` when no kind is said
    and none can be told.
    """
    if said.kind:
        return _recognised(table, LOGS[said.kind], said, known, received)
    headless = not any(table.header)
    try:
        log = kind_of(table.header, hints, table.stated)
    except Refused as problem:
        # A name alone makes a kind only where every column that it needs is sure.
        named = kind_named(hints)
        if named:
            found = _recognised(table, LOGS[named], said, known, received)
            if found.problem is None:
                return found
        raise Refused("recognising.no_header") if headless else problem from None
    return _recognised(table, log, said, known, received)


def _recognised(table: Table, log: Log, said: Correction, known: Known, received: date) -> Recognised:
    found = Matching(table, log, said)
    found.take_headers()
    found.take_slips()
    found.take_stated()
    found.take_contents(known, received)
    columns = {c.name: found.columns[c.name] for c in log.columns if c.name in found.columns}
    ignored = tuple(cell for place, cell in enumerate(table.header) if cell and place not in found.taken)
    return Recognised(log, columns, ignored, found.by, found.clocks, found.stated, found.problem or found.missing())
