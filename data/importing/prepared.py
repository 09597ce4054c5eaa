"""A file as it would be committed."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from data.importing.cleaning import Cleaned
from data.importing.correcting import Correction
from data.importing.recognising import Recognised
from data.importing.remembering import Key
from data.logs import Log
from data.reading import Reading, Table
from data.refusal import Refused


@dataclass(frozen=True)
class Asked:
    """One table of a file as it was read, what is common to tables like it, and what was said.

    ``said`` is the operator's word over what was ``earlier`` said of tables like it.
    """

    source: Table
    key: Key
    earlier: Correction
    said: Correction


@dataclass(frozen=True)
class PreparedTable:
    """One table of a file as it would be committed. ``store`` is the name that filled rows without one.

    ``table`` is the table that was ``asked`` about, completed for cleaning. ``recognised`` speaks of ``table``,
    ``seen`` of the source.
    """

    table_no: int
    table: Table
    recognised: Recognised
    store: str | None
    cleaned: Cleaned
    asked: Asked
    seen: Recognised

    @property
    def log(self) -> Log:
        """The kind of log."""
        return self.recognised.log


@dataclass(frozen=True)
class OpenTable:
    """One table of a file that can't be taken before somebody says more; ``seen`` is None while its kind is open."""

    table_no: int
    asked: Asked
    seen: Recognised | None
    problem: Refused


@dataclass(frozen=True)
class Prepared:
    """One file as it would be committed, and its tables that are ``open``.

    ``reread`` is the key of the table as it was first read, where an encoding was remembered for it.
    """

    reading: Reading
    received_at: datetime
    tables: tuple[PreparedTable, ...]
    open: tuple[OpenTable, ...]
    reread: Key | None = None

    @property
    def skipped(self) -> dict[str, Refused]:
        """Why tables are not taken, by their sheet, and their place where a sheet has several."""
        sources = [table.asked.source for table in self.open]
        sheets = Counter(source.sheet for source in sources)
        names = [source.sheet + f" {source.place}" * (sheets[source.sheet] > 1) for source in sources]
        return {name: table.problem for name, table in zip(names, self.open, strict=True)}

    @property
    def rows(self) -> int:
        """The number of rows that would be stored."""
        return sum(table.cleaned.rows.num_rows for table in self.tables)

    @property
    def refused(self) -> int:
        """The number of rows that can't be read."""
        return sum(table.cleaned.rejects.num_rows for table in self.tables)
