"""How a text file marks cells: what separates them, what quotes them, how a quote inside is told."""

import re
from dataclasses import dataclass
from typing import Final

RECORD_END: Final = re.compile(r"\r\n|\r|\n")
SPACES: Final = " "
COLUMNS_OF_SPACES: Final = "  "
_SEPARATORS: Final = {SPACES: "[ \t]++", COLUMNS_OF_SPACES: " [ \t]++|\t[ \t]*+"}


@dataclass(frozen=True)
class Dialect:
    """``delimiter`` is one character, " " for any run of spaces, or "  " for runs of two and more.

    A ``quote`` inside a quoted cell is doubled, and with ``escaped`` may have a backslash before it instead.
    """

    delimiter: str
    quote: str = '"'
    escaped: bool = False

    @property
    def aligned(self) -> bool:
        """Whether spaces separate the cells."""
        return self.delimiter in _SEPARATORS

    @property
    def separator(self) -> str:
        """The pattern that separates two cells."""
        return f"(?:{_SEPARATORS.get(self.delimiter) or re.escape(self.delimiter)})"

    @property
    def closing(self) -> str:
        """What ends a quoted cell."""
        return "”" if self.quote == "“" else self.quote

    @property
    def quoted(self) -> str:
        """The pattern of a quoted cell, its text as group 1. It never tries one text twice: no file makes it slow."""
        inside = rf"[^{self.closing}\\]++|\\.|" if self.escaped else f"[^{self.closing}]++|"
        return rf" *{self.quote}((?:{inside}{self.closing * 2})*+){self.closing} *(?={self.separator}|[\r\n]|\Z)"

    def split(self, line: str) -> list[str]:
        """Return the cells of a ``line`` without quotes."""
        if self.aligned:
            return re.split(self.separator, line.strip(" \t"))
        return line.split(self.delimiter)

    def unquote(self, text: str) -> str:
        """Return what the text between two quotes stands for."""
        if self.escaped:
            return re.sub(rf"\\([\\{self.quote}])|{self.quote * 2}", lambda found: found[1] or self.quote, text)
        return text.replace(self.closing * 2, self.closing)


@dataclass(frozen=True)
class Shape:
    """What the beginning of a file says about its records.

    ``width`` is how many cells the header has, or most records where it isn't known; ``widest`` the most of any record.
    ``header`` is empty where there is none that is known or ends with a note.
    ``spills`` tells that records of more cells than ``width`` are the exception.
    """

    width: int
    widest: int
    header: tuple[str, ...] = ()
    spills: bool = False
