"""Files to import, rules to set: what happens to a chain of shops before anybody asks."""

import csv
import io
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from data.logs import LOGS
from tests.oracle.rows import Row

# What a newer file replaces as a whole.
SLICES = {"calls": ("store", "assistant", "date"), "group_members": ("store", "group_name", "date")}


@dataclass
class File:
    """One file with rows of all shops; ``undone``: it is taken back after all imports."""

    kind: str
    rows: list[Row]
    undone: bool = False

    def content(self) -> bytes:
        """Return the file as CSV, under the template's headers."""
        columns = [column for column in LOGS[self.kind].columns if any(column.name in row for row in self.rows)]
        spelled = {c.name: {word: spellings[0] for word, spellings in c.choices.items()} for c in columns}
        out = io.StringIO()
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(column.header for column in columns)
        for row in self.rows:
            lines.writerow(_cell(row.get(c.name), spelled[c.name]) for c in columns)
        return out.getvalue().encode()


@dataclass(frozen=True)
class Rule:
    """One change of a rule; ``store`` "" means all stores without a value of their own."""

    name: str
    store: str
    value: str | None
    valid_from: date


@dataclass
class Chain:
    """All there is to import."""

    stores: list[str] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


def _cell(value: Any, spelled: dict[str, str]) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    return "" if value is None else spelled.get(value, str(value))
